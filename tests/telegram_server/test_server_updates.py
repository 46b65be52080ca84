"""Updates of the loopback Telegram: polled or posted, kept until they are confirmed."""

from __future__ import annotations

import asyncio

import aiohttp
import pytest
from aiohttp import web
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup, Update
from telegram.error import BadRequest, Conflict
from telegram.ext import Application, ApplicationBuilder, CommandHandler, ContextTypes
from telegram.ext import CallbackQueryHandler as TapHandler

from tests.servers.telegram import TelegramServer
from tests.telegram_server.library import connect, send


async def test_a_conversation_through_an_application(telegram: TelegramServer) -> None:
    """A command is answered, a tap is acknowledged and edits the message; every update is confirmed."""
    ada = telegram.user("Ada", language="it")
    chat = telegram.private(ada)
    async with Running(telegram):
        command = await chat.says(ada, "/watch@hark_bot #赵长鹏")
        message = await chat.next_message()
        tap = await chat.taps(ada, "Stop", message)
        answer = await telegram.answered(tap)
        await chat.wait_for(lambda m: m.text == "stopped")

    assert message.versions[0].formatted.text == "it: #赵长鹏"
    assert answer.text == "done"
    assert telegram.confirmed == [command.update_id, tap.update_id]
    assert telegram.violations == []
    assert telegram.conflicts == 0


class Running:
    """A python-telegram-bot Application that polls until the block ends."""

    def __init__(self, telegram: TelegramServer) -> None:
        builder = ApplicationBuilder().token(telegram.token).base_url(telegram.base_url).job_queue(None)
        self.application: Application = builder.build()  # type: ignore[type-arg]
        self.application.add_handler(CommandHandler("watch", answer_watch))
        self.application.add_handler(TapHandler(answer_tap))

    async def __aenter__(self) -> Application:  # type: ignore[type-arg]
        await self.application.initialize()
        await self.application.start()
        assert self.application.updater
        await self.application.updater.start_polling(poll_interval=0, timeout=5)
        return self.application

    async def __aexit__(self, *error: object) -> None:
        assert self.application.updater
        await self.application.updater.stop()
        await self.application.stop()
        await self.application.shutdown()


async def answer_watch(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    """Answer a command with one button."""
    assert update.effective_user
    assert update.message
    words = " ".join(context.args or [])
    keyboard = InlineKeyboardMarkup([[InlineKeyboardButton("Stop", callback_data="stop")]])
    await update.message.reply_text(f"{update.effective_user.language_code}: {words}", reply_markup=keyboard)


async def answer_tap(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    """Acknowledge a tap and edit the message."""
    assert update.callback_query
    await update.callback_query.answer("done")
    await update.callback_query.edit_message_text("stopped")


async def test_updates_come_again_until_they_are_confirmed(telegram: TelegramServer, bot: Bot) -> None:
    """A bot that dies after getUpdates gets the same updates again; a higher offset confirms them."""
    ada = telegram.user("Ada")
    chat = telegram.private(ada)
    first, second = await chat.says(ada, "/one"), await chat.says(ada, "/two")

    got = await bot.get_updates()
    again = await bot.get_updates(offset=first.update_id)
    rest = await bot.get_updates(offset=second.update_id)

    assert [u.update_id for u in got] == [u.update_id for u in again] == [first.update_id, second.update_id]
    assert [u.update_id for u in rest] == [second.update_id]
    assert telegram.confirmed == [first.update_id]


async def test_a_long_poll_is_answered_when_something_happens(telegram: TelegramServer, bot: Bot) -> None:
    """getUpdates waits for the next update."""
    ada = telegram.user("Ada")
    chat = telegram.private(ada)
    poll = asyncio.create_task(bot.get_updates(timeout=5))
    await telegram.asked("getUpdates")

    said = await chat.says(ada, "/start")

    assert [update.update_id for update in await poll] == [said.update_id]


async def test_only_one_process_may_poll(telegram: TelegramServer, bot: Bot) -> None:
    """When a second copy of the bot polls, the first one is told so."""
    first = asyncio.create_task(bot.get_updates(timeout=5))
    await telegram.asked("getUpdates")

    async with connect(telegram) as other:
        await other.get_updates()

    with pytest.raises(Conflict, match="terminated by other getUpdates request; make sure that only one"):
        await first
    assert telegram.conflicts == 1


async def test_the_poll_of_a_dead_bot_is_no_conflict(telegram: TelegramServer, bot: Bot) -> None:
    """A bot that is started again right after it was killed polls at once and loses nothing."""
    ada = telegram.user("Ada")
    chat = telegram.private(ada)
    async with aiohttp.ClientSession() as dying:
        url = f"{telegram.base_url}{telegram.token}/getUpdates"
        poll = asyncio.create_task(dying.post(url, json={"timeout": 50}))
        await telegram.asked("getUpdates")
        poll.cancel()
    said = await chat.says(ada, "/start")

    updates = await bot.get_updates()

    assert [update.update_id for update in updates] == [said.update_id]
    assert telegram.conflicts == 0


async def test_only_the_asked_kinds_of_update_come(telegram: TelegramServer, bot: Bot) -> None:
    """allowed_updates holds until another list is given."""
    ada = telegram.user("Ada")
    chat = telegram.private(ada)
    await bot.get_updates(allowed_updates=["message"])

    chat.blocks()
    chat.unblocks()
    said = await chat.says(ada, "/start")

    assert [update.update_id for update in await bot.get_updates()] == [said.update_id]


async def test_a_webhook_gets_updates_with_the_secret_until_it_says_200(
    telegram: TelegramServer, bot: Bot
) -> None:
    """A webhook that fails gets the same update again."""
    got: list[tuple[str, int]] = []

    async def hook(request: web.Request) -> web.Response:
        body = await request.json()
        got.append((request.headers["X-Telegram-Bot-Api-Secret-Token"], body["update_id"]))
        return web.Response(status=500 if len(got) == 1 else 200)

    application = web.Application()
    application.router.add_post("/hook", hook)
    runner = web.AppRunner(application)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    telegram.routes("https://hark.example", f"http://127.0.0.1:{runner.addresses[0][1]}")
    ada = telegram.user("Ada")
    chat = telegram.private(ada)

    await bot.set_webhook("https://hark.example/hook", secret_token="s3cret")
    said = await chat.says(ada, "/start")
    await telegram.confirms(said.update_id)

    assert got == [("s3cret", said.update_id)] * 2
    assert (await bot.get_webhook_info()).last_error_message
    with pytest.raises(Conflict, match="can't use getUpdates method while webhook is active"):
        await bot.get_updates()
    await bot.delete_webhook()
    assert await bot.get_updates() == ()
    await runner.cleanup()


async def test_a_webhook_without_a_route_is_a_failure_on_record(telegram: TelegramServer, bot: Bot) -> None:
    """Nothing is ever posted beyond loopback: the update waits and the webhook has an error."""
    ada = telegram.user("Ada")
    chat = telegram.private(ada)
    await bot.set_webhook("https://hark.example/hook")

    await chat.says(ada, "/start")

    assert "no route" in await telegram.until(lambda: telegram.updates.webhook.last_error)
    assert telegram.confirmed == []


async def test_a_tap_is_answered_once(telegram: TelegramServer, bot: Bot) -> None:
    """A second or unknown answer is too late."""
    ada = telegram.user("Ada")
    chat = telegram.private(ada)
    markup = InlineKeyboardMarkup([[InlineKeyboardButton("Go", callback_data="g")]])
    await send(bot, chat.id, reply_markup=markup)
    tap = await chat.taps(ada, "Go", chat.messages[0])

    await bot.answer_callback_query(tap.id, "ok", show_alert=True)
    with pytest.raises(BadRequest, match="Query is too old"):
        await bot.answer_callback_query(tap.id)

    assert [(answer.text, answer.alert) for answer in telegram.answers] == [("ok", True)]


async def test_what_happens_in_a_chat_can_be_watched(telegram: TelegramServer, bot: Bot) -> None:
    """Who looks at the chat sees each message come, change and go."""
    ada = telegram.user("Ada")
    chat = telegram.private(ada)
    await chat.says(ada, "/start")
    sent = await send(bot, chat.id, "one")
    await bot.edit_message_text("two", chat.id, sent.message_id)
    await bot.delete_message(chat.id, sent.message_id)

    events = [await chat.next_event() for _ in range(4)]

    assert [(event.kind, event.version.formatted.text) for event in events] == [
        ("written", "/start"),
        ("written", "one"),
        ("edited", "two"),
        ("deleted", "two"),
    ]
