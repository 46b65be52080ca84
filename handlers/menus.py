"""The menus of commands and the bot's description, per kind of chat and language; told to Telegram once."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Mapping, Sequence

import structlog
from telegram import (
    Bot,
    BotCommand,
    BotCommandScope,
    BotCommandScopeAllChatAdministrators,
    BotCommandScopeAllGroupChats,
    BotCommandScopeAllPrivateChats,
    BotCommandScopeChat,
)
from telegram.error import TelegramError

from locales import Catalogue
from store import chats, settings
from store.database import Database

PRIVATE = (
    "watch",
    "unwatch",
    "list",
    "alias",
    "test",
    "why",
    "near",
    "stats",
    "sources",
    "follow",
    "unfollow",
    "pause",
    "resume",
    "settings",
    "lang",
    "timezone",
    "manage",
    "status",
    "export",
    "import",
    "privacy",
    "forgetme",
    "stop",
    "help",
)
ADMINISTRATORS = tuple(name for name in PRIVATE if name not in ("stop", "manage"))
GROUPS = ("watch", "list", "help")
OPERATORS = (*PRIVATE, "admin")

_SETTING = "menus"
_OF_OPERATORS = "operator_menus"

_log = structlog.get_logger("menus")


async def publish(
    bot: Bot, catalogue: Catalogue, database: Database, operators: Collection[int] = ()
) -> None:
    """Tell Telegram the menus and descriptions when they are not what it was told last.

    A menu shows what there is; whether a person may use it is checked at each use. Raises StoreError.
    """
    await _publish_for_all(bot, catalogue, database)
    async with database.read() as conn:
        told: dict[str, str] = json.loads(await settings.get(conn, _OF_OPERATORS) or "{}")
        known = await chats.many(conn, operators)
    wanted = {str(each): known[each].language if each in known else "en" for each in operators}
    now = {key: await _tell_operator(bot, catalogue, key, wanted.get(key), told) for key in told | wanted}
    if (kept := {key: mark for key, mark in now.items() if mark}) != told:
        async with database.begin() as conn:
            await settings.put(conn, _OF_OPERATORS, json.dumps(kept))


async def _tell_operator(
    bot: Bot, catalogue: Catalogue, key: str, language: str | None, told: Mapping[str, str]
) -> str:
    """Show one operator the menu with /admin, None: who is no operator any more has the common one again.

    Returns the mark of what was told, "" where it is to be tried again: Telegram knows nobody who never
    wrote to the bot.
    """
    scope = BotCommandScopeChat(int(key))
    texts = {} if language is None else {name: _line(catalogue, language, name) for name in OPERATORS}
    mark = "" if language is None else _mark(bot.id, {key: texts})
    if mark and told.get(key) == mark:
        return mark
    try:
        if language is None:
            await bot.delete_my_commands(scope=scope)
        else:
            await bot.set_my_commands([BotCommand(*each) for each in texts.items()], scope=scope)
    except TelegramError as error:
        _log.info("the menu of an operator is not shown", operator=key, error=error.message)
        return told.get(key, "") if language is None else ""
    return mark


def _line(catalogue: Catalogue, language: str, name: str) -> str:
    return catalogue.text(language).plain(f"menu-{name}")


async def _publish_for_all(bot: Bot, catalogue: Catalogue, database: Database) -> None:
    menus = menus_of(catalogue)
    mark = _mark(bot.id, menus)
    async with database.read() as conn:
        if await settings.get(conn, _SETTING) == mark:
            return
    try:
        for language, texts in menus.items():
            await _tell(bot, language, texts)
    except TelegramError as error:
        _log.warning("menus not published; tried again at the next start", error=error.message)
        return
    async with database.begin() as conn:
        await settings.put(conn, _SETTING, mark)


def menus_of(catalogue: Catalogue) -> dict[str, dict[str, str]]:
    """Return what menus say, by Telegram's two-letter language code; "" is for everybody else."""
    keys = [f"menu-{name}" for name in PRIVATE] + ["bot-description", "bot-short-description"]
    found: dict[str, dict[str, str]] = {}
    said: set[str] = set()
    for language in catalogue.languages:
        code = language.split("-")[0]
        text = catalogue.text(language)
        if code in said:  # Telegram's menus know no scripts: all Chinese read the first of the two
            continue
        said.add(code)
        found["" if language == catalogue.usual else code] = {key: text.plain(key) for key in keys}
    return found


def _mark(bot_id: int, menus: dict[str, dict[str, str]]) -> str:
    said = json.dumps([bot_id, menus, PRIVATE, ADMINISTRATORS, GROUPS], sort_keys=True)
    return hashlib.sha256(said.encode()).hexdigest()[:32]


async def _tell(bot: Bot, language: str, texts: dict[str, str]) -> None:
    code = language or None
    scopes: tuple[tuple[BotCommandScope, Sequence[str]], ...] = (
        (BotCommandScopeAllPrivateChats(), PRIVATE),
        (BotCommandScopeAllGroupChats(), GROUPS),
        (BotCommandScopeAllChatAdministrators(), ADMINISTRATORS),
    )
    for scope, names in scopes:
        commands = [BotCommand(name, texts[f"menu-{name}"]) for name in names]
        await bot.set_my_commands(commands, scope=scope, language_code=code)
    await bot.set_my_description(texts["bot-description"], language_code=code)
    await bot.set_my_short_description(texts["bot-short-description"], language_code=code)
