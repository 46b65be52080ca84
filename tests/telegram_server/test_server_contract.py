"""The loopback Telegram against the published description of the Bot API."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from telegram import Bot, BotCommand, BotCommandScopeAllPrivateChats
from telegram.error import BadRequest

from tests.servers.telegram import TelegramServer
from tests.servers.telegram_api import Api
from tests.servers.telegram_chats import Chat
from tests.servers.telegram_records import User
from tests.servers.telegram_table import TABLE, derive, write
from tests.telegram_server.library import ask

SHARED = Path(__file__).resolve().parents[2].parent / "shared" / "telegram" / "api.json"


async def test_parameters_that_do_not_exist_are_noted(telegram: TelegramServer) -> None:
    """A misspelt parameter is ignored, as the real server does, and put on record."""
    chat = telegram.private(telegram.user("Ada"))

    await ask(telegram, "sendMessage", {"chat_id": chat.id, "text": "x", "colour": "red"})

    assert [str(violation) for violation in telegram.violations] == ["sendMessage: unknown parameter colour"]


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


async def stir(telegram: TelegramServer) -> tuple[Chat, Chat, User]:
    """Let people do all they can; returns a private chat, a forum and a member of it."""
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
    return chat, forum, bob


async def test_what_the_server_says_is_what_the_bot_api_says(telegram: TelegramServer) -> None:
    """Every update and result has the fields and types of the published description, no more."""
    api = Api()
    chat, forum, bob = await stir(telegram)
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
