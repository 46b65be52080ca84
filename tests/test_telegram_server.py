"""The loopback Telegram seen through python-telegram-bot, unpatched: it must behave as the real one."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from pathlib import Path

import aiohttp
import pytest
from telegram import (
    Bot,
    BotCommand,
    BotCommandScopeAllPrivateChats,
    ForceReply,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    LinkPreviewOptions,
    ReplyParameters,
    Update,
)
from telegram import Message as SentMessage
from telegram.constants import ParseMode
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TimedOut,
)
from telegram.ext import Application, ApplicationBuilder, CommandHandler, ContextTypes
from telegram.ext import CallbackQueryHandler as TapHandler
from telegram.request import HTTPXRequest

from tests.servers.telegram import TelegramServer
from tests.servers.telegram_api import Api
from tests.servers.telegram_table import TABLE, derive, write

SHARED = Path(__file__).resolve().parents[2] / "shared" / "telegram" / "api.json"

# python-telegram-bot 22.8 warns whenever it builds a RetryAfter; the plain number of seconds is what we want
seconds = pytest.mark.filterwarnings("ignore:Deprecated since version v22.2")


class Clock:
    """A clock that moves only when somebody sleeps on it."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now

    async def sleep(self, seconds: float) -> None:
        self.now += seconds


@pytest.fixture
async def telegram() -> AsyncIterator[TelegramServer]:
    """A loopback Telegram."""
    async with TelegramServer() as server:
        yield server


@pytest.fixture
async def bot(telegram: TelegramServer) -> AsyncIterator[Bot]:
    """python-telegram-bot's own Bot, connected to it."""
    async with connect(telegram) as connected:
        yield connected


def connect(telegram: TelegramServer, token: str = "", read_timeout: float = 5) -> Bot:
    """Return a Bot of the library, unpatched, that talks to the loopback Telegram."""
    request = HTTPXRequest(read_timeout=read_timeout, connection_pool_size=32)
    return Bot(
        token or telegram.token,
        base_url=telegram.base_url,
        request=request,
        get_updates_request=HTTPXRequest(read_timeout=5),
    )


async def send(bot: Bot, chat_id: int, html: str = "hello", **options: object) -> SentMessage:
    """Send a message in HTML."""
    return await bot.send_message(chat_id, html, parse_mode=ParseMode.HTML, **options)  # type: ignore[arg-type]


async def test_a_message_is_shown_as_its_markup_says(telegram: TelegramServer, bot: Bot) -> None:
    """Bold, links and times reach the chat as entities, not as tags."""
    chat = telegram.private(telegram.user("Ada"))

    sent = await send(
        bot, chat.id, '<b>😀 A &amp; B</b> <a href="http://EXAMPLE.org">x</a> '
        '<tg-time unix="1700000000" format="r">14:03</tg-time> #赵长鹏'
    )  # fmt: skip

    message = await chat.next_message()
    assert message.text == sent.text == "😀 A & B x 14:03 #赵长鹏"
    assert message.bold == ("😀 A & B",)
    assert message.links == (("x", "http://example.org/"),)
    assert message.spans("date_time") == ("14:03",)
    assert message.spans("hashtag") == ("#赵长鹏",)
    assert [entity.type for entity in sent.entities] == ["bold", "text_link", "date_time", "hashtag"]
    assert telegram.violations == []


async def test_a_message_keeps_all_that_was_asked_of_it(telegram: TelegramServer, bot: Bot) -> None:
    """Buttons, silence, reply and link preview are on the record."""
    ada = telegram.user("Ada")
    chat = telegram.private(ada)
    asked = await chat.says(ada, "/watch x")
    keyboard = InlineKeyboardMarkup(
        [
            [
                InlineKeyboardButton("Open", url="https://example.org/a"),
                InlineKeyboardButton("Stop", callback_data="s:1"),
            ]
        ]
    )

    await send(
        bot,
        chat.id,
        reply_markup=keyboard,
        disable_notification=True,
        reply_parameters=ReplyParameters(asked.id),
        link_preview_options=LinkPreviewOptions(url="https://example.org/a", prefer_small_media=True),
    )

    message = await chat.next_message()
    assert message.labels == ("Open", "Stop")
    assert message.button("Open").url == "https://example.org/a"
    assert message.silent
    assert message.reply_to == asked.id
    assert message.link_preview.url == "https://example.org/a"
    assert message.link_preview.small


async def test_an_edit_changes_the_text_and_keeps_the_history(telegram: TelegramServer, bot: Bot) -> None:
    """An edited message shows the new text; buttons that are not sent again disappear."""
    chat = telegram.private(telegram.user("Ada"))
    keyboard = InlineKeyboardMarkup([[InlineKeyboardButton("Stop", callback_data="s:1")]])
    sent = await send(bot, chat.id, "one", reply_markup=keyboard)

    await bot.edit_message_text("two", chat.id, sent.message_id)

    message = chat.messages[0]
    assert message.text == "two"
    assert message.labels == ()
    assert [version.formatted.text for version in message.versions] == ["one", "two"]


async def test_the_same_edit_again_is_refused(telegram: TelegramServer, bot: Bot) -> None:
    """Telegram says that the message is not modified."""
    chat = telegram.private(telegram.user("Ada"))
    sent = await send(bot, chat.id, "one")

    with pytest.raises(BadRequest, match="Message is not modified"):
        await bot.edit_message_text("one", chat.id, sent.message_id)

    assert telegram.violations == []


async def test_a_deleted_message_cannot_be_edited(telegram: TelegramServer, bot: Bot) -> None:
    """What somebody deleted is not found any more."""
    chat = telegram.private(telegram.user("Ada"))
    sent = await send(bot, chat.id)
    await bot.delete_message(chat.id, sent.message_id)

    with pytest.raises(BadRequest, match="Message to edit not found"):
        await bot.edit_message_text("x", chat.id, sent.message_id)

    assert chat.visible == []


BAD_MARKUP = {
    "<br>": 'Unsupported start tag "br" at byte offset 0',
    "é<b>x": 'Can\'t find end tag corresponding to start tag "b"',
    "x</b>": "Unexpected end tag at byte offset 1",
    "<b>x</i>": 'Unmatched end tag at byte offset 4, expected "</b>", found "</i>"',
    "x <b": "Unclosed start tag at byte offset 2",
    "<a href=x y>z</a>": "Expected equal sign in declaration of an attribute",
    '<span class="x">z</span>': 'Tag "span" must have class "tg-spoiler" at byte offset 0',
    '<tg-time unix="now">z</tg-time>': "Invalid date-time value",
    "1 < 2": 'Unsupported start tag "" at byte offset 2',
}


@pytest.mark.parametrize("html", BAD_MARKUP)
async def test_bad_markup_gets_telegrams_own_complaint(telegram: TelegramServer, bot: Bot, html: str) -> None:
    """Whatever is not Telegram's HTML is refused, with the place of the mistake."""
    chat = telegram.private(telegram.user("Ada"))

    with pytest.raises(BadRequest) as refused:
        await send(bot, chat.id, html)

    assert f"can't parse entities: {BAD_MARKUP[html]}".lower() in str(refused.value).lower()
    assert len(telegram.violations) == 1
    assert chat.messages == []


def button(**action: str) -> InlineKeyboardMarkup:
    """Return a keyboard of one button."""
    return InlineKeyboardMarkup([[InlineKeyboardButton("b", **action)]])  # type: ignore[arg-type]


BAD_MESSAGES: dict[str, tuple[str, dict[str, object]]] = {
    "too long": ("message is too long", {"html": "x" * 4097}),
    "blank": ("text must be non-empty", {"html": " \u200b\n "}),
    "general topic": ("message thread not found", {"message_thread_id": 1}),
    "no web address": ("is invalid: Wrong HTTP URL", {"reply_markup": button(url="http://localhost/x")}),
    "other scheme": ("Unsupported URL protocol", {"reply_markup": button(url="ftp://example.org/x")}),
    "a button without deed": ("text buttons are unallowed", {"reply_markup": button()}),
}


@pytest.mark.parametrize("name", BAD_MESSAGES)
async def test_a_message_that_no_chat_can_show_is_refused(
    telegram: TelegramServer, bot: Bot, name: str
) -> None:
    """Length, emptiness, topic and buttons are checked as Telegram does."""
    chat = telegram.private(telegram.user("Ada"))
    complaint, options = BAD_MESSAGES[name]

    with pytest.raises(BadRequest) as refused:
        await send(bot, chat.id, **options)  # type: ignore[arg-type]

    assert complaint.lower() in str(refused.value).lower()
    assert len(telegram.violations) == 1


async def test_a_message_of_the_longest_length_passes(telegram: TelegramServer, bot: Bot) -> None:
    """4096 counts code points after the markup is read."""
    chat = telegram.private(telegram.user("Ada"))

    await send(bot, chat.id, "<b>" + "😀" * 4096 + "</b>")

    assert len(chat.messages[0].text) == 4096


async def test_parameters_that_do_not_exist_are_noted(telegram: TelegramServer) -> None:
    """A misspelt parameter is ignored, as the real server does, and put on record."""
    chat = telegram.private(telegram.user("Ada"))

    await ask(telegram, "sendMessage", {"chat_id": chat.id, "text": "x", "colour": "red"})

    assert [str(violation) for violation in telegram.violations] == ["sendMessage: unknown parameter colour"]


@pytest.mark.parametrize("data", ["", "x" * 65])
async def test_button_data_has_its_limit(telegram: TelegramServer, data: str) -> None:
    """Data of a button is 1 to 64 bytes."""
    chat = telegram.private(telegram.user("Ada"))
    markup = {"inline_keyboard": [[{"text": "b", "callback_data": data}]]}

    answer = await ask(telegram, "sendMessage", {"chat_id": chat.id, "text": "x", "reply_markup": markup})

    assert answer["description"] == "Bad Request: BUTTON_DATA_INVALID"


async def ask(
    telegram: TelegramServer, method: str, body: dict[str, object], token: str = ""
) -> dict[str, object]:
    """Return what the server answers to a request in JSON, without any library between."""
    url = f"{telegram.base_url}{token or telegram.token}/{method}"
    async with aiohttp.ClientSession() as session, session.post(url, json=body) as answer:
        found: dict[str, object] = await answer.json()
        return found


async def test_unknown_methods_and_tokens_are_told_apart(telegram: TelegramServer) -> None:
    """Malformed token 404, foreign token 401, unknown method 404."""
    answers = [
        await ask(telegram, "getMe", {}, token="nonsense"),
        await ask(telegram, "getMe", {}, token="1:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"),
        await ask(telegram, "getTea", {}),
    ]

    assert [answer["description"] for answer in answers] == [
        "Not Found",
        "Unauthorized",
        "Not Found: method not found",
    ]


async def test_a_revoked_token_is_no_longer_valid(telegram: TelegramServer, bot: Bot) -> None:
    """python-telegram-bot says that the token is invalid."""
    telegram.revokes_token()

    with pytest.raises(InvalidToken):
        await bot.get_me()


async def test_a_conversation_through_an_application(telegram: TelegramServer) -> None:
    """A command is answered, a tap is acknowledged and edits the message; every update is confirmed."""
    ada = telegram.user("Ada", language="it")
    chat = telegram.private(ada)
    async with running(telegram):
        command = await chat.says(ada, "/watch@hark_bot #赵长鹏")
        message = await chat.next_message()
        tap = await chat.taps(ada, "Stop", message)
        answer = await telegram.answered(tap)
        await chat.wait_for(lambda m: m.text == "stopped")

    assert message.versions[0].formatted.text == "it: #赵长鹏"
    assert answer.text == "done"
    assert telegram.confirmed == [command.update_id, tap.update_id]
    assert telegram.violations == []


class running:  # noqa: N801 - reads as a sentence
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

    async def hook(request: aiohttp.web.Request) -> aiohttp.web.Response:
        body = await request.json()
        got.append((request.headers["X-Telegram-Bot-Api-Secret-Token"], body["update_id"]))
        return aiohttp.web.Response(status=500 if len(got) == 1 else 200)

    application = aiohttp.web.Application()
    application.router.add_post("/hook", hook)
    runner = aiohttp.web.AppRunner(application)
    await runner.setup()
    await aiohttp.web.TCPSite(runner, "127.0.0.1", 0).start()
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


async def test_blocking_and_unblocking_reach_the_bot(telegram: TelegramServer, bot: Bot) -> None:
    """The bot hears of it, and cannot send in between."""
    chat = telegram.private(telegram.user("Ada"))
    chat.blocks()

    with pytest.raises(Forbidden, match="bot was blocked by the user"):
        await send(bot, chat.id)
    chat.unblocks()
    await send(bot, chat.id)

    changes = [update.my_chat_member for update in await bot.get_updates()]
    assert [change.new_chat_member.status for change in changes if change] == ["kicked", "member"]


async def test_a_migrated_group_tells_its_new_id(telegram: TelegramServer, bot: Bot) -> None:
    """The old id is refused with the new one, which takes messages."""
    group = telegram.group("Crypto", kind="group", admins=[telegram.user("Ada")])
    new = group.migrates()

    with pytest.raises(ChatMigrated) as refused:
        await send(bot, group.id)
    await send(bot, refused.value.new_chat_id)

    assert refused.value.new_chat_id == new.id
    assert new.texts == ["hello"]
    services = [update.message for update in await bot.get_updates()]
    assert [s.migrate_to_chat_id or s.migrate_from_chat_id for s in services if s] == [new.id, group.id]


async def test_topics_take_messages_until_they_are_closed(telegram: TelegramServer, bot: Bot) -> None:
    """A closed topic refuses; an unknown one is not found."""
    forum = telegram.group("Crypto", admins=[telegram.user("Ada")], forum=True)
    topic = forum.creates_topic("News")

    await send(bot, forum.id, message_thread_id=topic)
    forum.closes_topic(topic)
    with pytest.raises(BadRequest, match="Topic_closed"):
        await send(bot, forum.id, message_thread_id=topic)
    with pytest.raises(BadRequest, match="Message thread not found"):
        await send(bot, forum.id, message_thread_id=999)

    assert [message.thread_id for message in forum.messages] == [topic]
    assert telegram.violations == []


async def test_rights_in_a_group_can_be_asked(telegram: TelegramServer, bot: Bot) -> None:
    """Owner, administrators and members are told apart, and promotion changes it."""
    ada, bob, eve = telegram.user("Ada"), telegram.user("Bob"), telegram.user("Eve")
    group = telegram.group("Crypto", admins=[ada], members=[bob])
    group.promotes(bob)

    statuses = [(await bot.get_chat_member(group.id, user.id)).status for user in (ada, bob, eve)]
    admins = await bot.get_chat_administrators(group.id)

    assert statuses == ["creator", "administrator", "left"]
    assert {admin.user.id for admin in admins} == {ada.id, bob.id}


async def test_an_anonymous_administrator_speaks_as_the_group(telegram: TelegramServer, bot: Bot) -> None:
    """The bot sees GroupAnonymousBot and the group as the sender."""
    ada = telegram.user("Ada")
    group = telegram.group("Crypto", admins=[ada])

    await group.says(ada, "/list", anonymous=True)

    [update] = await bot.get_updates()
    assert update.message
    assert update.message.sender_chat
    assert update.message.sender_chat.id == group.id
    assert update.message.from_user
    assert update.message.from_user.username == "GroupAnonymousBot"


async def test_a_kicked_bot_cannot_send_until_it_is_added(telegram: TelegramServer, bot: Bot) -> None:
    """Kicked, added again, gone by itself: each has its own refusal."""
    ada = telegram.user("Ada")
    group = telegram.group("Crypto", admins=[ada])
    group.kicks_bot(ada)

    with pytest.raises(Forbidden, match="bot was kicked from the supergroup chat"):
        await send(bot, group.id)
    group.adds_bot(ada)
    await send(bot, group.id)
    await bot.leave_chat(group.id)
    with pytest.raises(Forbidden, match="bot is not a member of the supergroup chat"):
        await send(bot, group.id)


async def test_channels_post_and_are_posted_to(telegram: TelegramServer, bot: Bot) -> None:
    """A post is a channel_post; the bot posts as an administrator, by name too."""
    ada = telegram.user("Ada")
    channel = telegram.channel("News", admins=[ada], username="news_channel")
    post = await channel.posts("/watch x")
    await channel.edits(post, "/watch y")

    await bot.send_message("@news_channel", "hi")
    channel.demotes(telegram.world.bot)
    with pytest.raises(BadRequest, match="Need administrator rights in the channel chat"):
        await send(bot, channel.id)

    updates = await bot.get_updates()
    assert updates[0].channel_post
    assert updates[1].edited_channel_post
    assert channel.texts == ["hi"]


async def test_privacy_keeps_small_talk_from_the_bot() -> None:
    """With privacy on, a group's messages reach the bot only when they are meant for it."""
    async with TelegramServer(privacy=True) as telegram:
        ada = telegram.user("Ada")
        group = telegram.group("Crypto", admins=[ada])

        told = [(await group.says(ada, text)).update_id > 0 for text in ("hi", "/list", "hi @hark_bot")]

    assert told == [False, True, True]


@seconds
async def test_a_flood_wait_stops_one_chat(telegram: TelegramServer, bot: Bot) -> None:
    """After a 429 the chat takes nothing for so long, other chats do."""
    ada, bob = telegram.private(telegram.user("Ada")), telegram.private(telegram.user("Bob"))
    telegram.flood(3, ada)

    with pytest.raises(RetryAfter) as first:
        await send(bot, ada.id)
    with pytest.raises(RetryAfter):
        await send(bot, ada.id)
    await send(bot, bob.id)

    assert first.value.retry_after == 3
    assert (telegram.floods, telegram.impatient) == (2, 1)
    assert ada.messages == []


@seconds
async def test_limits_hold_a_message_before_they_refuse_one() -> None:
    """A burst passes, then the server holds up to 8 s, then it says 429; patience is rewarded."""
    clock = Clock()
    async with TelegramServer(clock=clock, sleep=clock.sleep) as telegram, connect(telegram) as bot:
        group = telegram.group("Crypto")
        telegram.limits(group_per_minute=20)
        for _ in range(20):
            await send(bot, group.id)

        with pytest.raises(RetryAfter) as refused:
            await send(bot, group.id)
        await clock.sleep(float(refused.value.retry_after))  # type: ignore[arg-type]
        await send(bot, group.id)

    assert len(group.messages) == 21
    assert telegram.floods == 1
    assert telegram.trouble.held
    assert max(telegram.trouble.held) <= 8


@pytest.mark.parametrize("accepted", [True, False])
async def test_a_failing_server_may_have_sent_the_message(
    telegram: TelegramServer, bot: Bot, accepted: bool
) -> None:
    """A 502 says nothing about whether the message arrived."""
    chat = telegram.private(telegram.user("Ada"))
    telegram.fails(1, status=502, after_accepting=accepted)

    with pytest.raises(NetworkError, match="Bad Gateway"):
        await send(bot, chat.id)
    await send(bot, chat.id, "again")

    assert chat.texts == (["hello", "again"] if accepted else ["again"])
    assert telegram.is_calm()


@pytest.mark.parametrize("accepted", [True, False])
async def test_a_cut_connection_gives_no_answer(telegram: TelegramServer, bot: Bot, accepted: bool) -> None:
    """The sender sees a broken connection; the message may have arrived."""
    chat = telegram.private(telegram.user("Ada"))
    telegram.cuts_connection(1, after_accepting=accepted)

    with pytest.raises(NetworkError, match="RemoteProtocolError"):
        await send(bot, chat.id)

    assert chat.texts == (["hello"] if accepted else [])


async def test_a_late_answer_is_a_time_out_though_the_message_arrived(telegram: TelegramServer) -> None:
    """A held answer outlasts the sender's patience; the message is there all the same."""
    chat = telegram.private(telegram.user("Ada"))
    telegram.holds(5)

    async with connect(telegram, read_timeout=0.1) as bot:
        with pytest.raises(TimedOut):
            await send(bot, chat.id)

    assert chat.texts == ["hello"]


async def test_any_refusal_can_be_arranged(telegram: TelegramServer, bot: Bot) -> None:
    """A description as Telegram writes it reaches the sender once."""
    chat = telegram.private(telegram.user("Ada"))
    telegram.refuses("Bad Request: CHAT_RESTRICTED", chat=chat)

    with pytest.raises(BadRequest, match="Chat_restricted"):
        await send(bot, chat.id)
    await send(bot, chat.id)

    assert chat.texts == ["hello"]


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


async def test_menus_and_descriptions_are_kept(telegram: TelegramServer, bot: Bot) -> None:
    """Commands by scope and language, descriptions within their limits."""
    commands = [BotCommand("watch", "Osserva parole")]
    await bot.set_my_commands(commands, BotCommandScopeAllPrivateChats(), "it")
    await bot.set_my_description("d" * 512)
    await bot.set_my_short_description("short", "it")

    kept = await bot.get_my_commands(BotCommandScopeAllPrivateChats(), "it")
    with pytest.raises(BadRequest, match="Bot_command_invalid"):
        await bot.set_my_commands([("Watch", "x")])
    with pytest.raises(BadRequest, match="Invalid language code"):
        await bot.set_my_commands(commands, language_code="zh-CN")

    assert [command.command for command in kept] == ["watch"]
    assert telegram.commands("all_private_chats", "it") == ["watch"]
    assert (await bot.get_my_short_description("it")).short_description == "short"
    assert len(telegram.violations) == 2


async def test_files_reactions_and_signs_of_life_arrive(telegram: TelegramServer, bot: Bot) -> None:
    """A document with a caption, a reaction, "typing", a question that wants a reply."""
    ada = telegram.user("Ada")
    chat = telegram.private(ada)
    said = await chat.says(ada, "hello")

    await bot.send_document(
        chat.id, b"<opml/>", filename="hark.opml", caption="<b>Yours</b>", parse_mode="HTML"
    )
    await bot.send_photo(chat.id, b"png", caption="a chart")
    await bot.set_message_reaction(chat.id, said.id, "👌")
    await bot.send_chat_action(chat.id, "typing")
    await send(bot, chat.id, "Which words?", reply_markup=ForceReply())

    document, photo, question = chat.messages
    assert (document.kind, document.file, document.file_name) == ("document", b"<opml/>", "hark.opml")
    assert document.bold == ("Yours",)
    assert photo.kind == "photo"
    assert said.reactions == ("👌",)
    assert chat.actions == ["typing"]
    assert question.force_reply
    assert telegram.violations == []


async def test_what_the_server_says_is_what_the_bot_api_says(telegram: TelegramServer) -> None:
    """Every update and result has the fields and types of the published description, no more."""
    api = Api()
    ada, bob = telegram.user("Ada", username="ada"), telegram.user("Bob")
    chat = telegram.private(ada)
    group = telegram.group("Crypto", kind="group", admins=[ada], members=[bob])
    forum = telegram.group("Forum", admins=[ada], forum=True, bot="administrator")
    channel = telegram.channel("News", admins=[ada])
    await chat.says(ada, "/watch@hark_bot x, see https://example.org/?a=1.")
    await chat.forwards(ada, "look", channel)
    await group.edits(await group.says(bob, "hi"), "ho")
    await forum.says(ada, "/list", thread_id=forum.creates_topic("News"), anonymous=True)
    await channel.posts("post")
    chat.blocks()
    chat.unblocks()
    group.kicks_bot(ada)
    group.adds_bot(ada)
    group.migrates()
    telegram.updates.allowed = frozenset({"chat_member"})
    forum.promotes(bob)
    markup = {"inline_keyboard": [[{"text": "b", "callback_data": "x", "style": "danger"}]]}
    text = '<b>x</b> <tg-time unix="1" format="r">y</tg-time> <blockquote expandable>z</blockquote>'
    asked: list[tuple[str, dict[str, object]]] = [
        ("sendMessage", {"chat_id": chat.id, "text": text, "parse_mode": "HTML", "reply_markup": markup}),
        ("sendMessage", {"chat_id": chat.id, "text": "x", "reply_parameters": {"message_id": 1}}),
        ("sendDocument", {"chat_id": chat.id, "document": "file-id", "caption": "c"}),
        ("getMe", {}),
        ("getChat", {"chat_id": forum.id}),
        ("getChatMember", {"chat_id": forum.id, "user_id": bob.id}),
        ("getChatAdministrators", {"chat_id": forum.id}),
        ("getWebhookInfo", {}),
        ("getMyName", {}),
        ("getUpdates", {}),
    ]

    answers = [(method, await ask(telegram, method, body)) for method, body in asked]

    assert all(answer["ok"] for _, answer in answers)
    assert [
        p for method, answer in answers for p in api.problems(answer["result"], api.returns[method])
    ] == []
    updates = answers[-1][1]["result"]
    assert isinstance(updates, list)
    kinds = {kind for update in updates for kind in update} - {"update_id"}
    assert kinds == {"message", "edited_message", "channel_post", "my_chat_member", "chat_member"}
    assert telegram.violations == []


def test_the_table_is_the_published_description() -> None:
    """The table of the Bot API is derived from the full description, not written by hand."""
    if not SHARED.exists():
        pytest.skip("the full description of the Bot API is not here")

    assert TABLE.read_text() == write(derive(json.loads(SHARED.read_text())))
