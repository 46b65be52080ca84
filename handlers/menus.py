"""The menus of commands and the bot's description, per kind of chat and language; told to Telegram once."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence

import structlog
from telegram import (
    Bot,
    BotCommand,
    BotCommandScope,
    BotCommandScopeAllChatAdministrators,
    BotCommandScopeAllGroupChats,
    BotCommandScopeAllPrivateChats,
)
from telegram.error import TelegramError

from locales import Catalogue
from store import settings
from store.database import Database

PRIVATE = (
    "watch",
    "unwatch",
    "list",
    "alias",
    "test",
    "why",
    "near",
    "sources",
    "follow",
    "unfollow",
    "pause",
    "resume",
    "settings",
    "lang",
    "status",
    "export",
    "import",
    "privacy",
    "forgetme",
    "stop",
    "help",
)
ADMINISTRATORS = tuple(name for name in PRIVATE if name != "stop")
GROUPS = ("list", "help")

_SETTING = "menus"

_log = structlog.get_logger("menus")


async def publish(bot: Bot, catalogue: Catalogue, database: Database) -> None:
    """Tell Telegram the menus and descriptions when they are not what it was told last.

    A menu shows what there is; whether a person may use it is checked at each use. Raises StoreError.
    """
    menus = _menus(catalogue)
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


def _menus(catalogue: Catalogue) -> dict[str, dict[str, str]]:
    """Return what is said, by Telegram's two-letter language code; "" is for everybody else."""
    keys = [f"menu-{name}" for name in PRIVATE] + ["bot-description", "bot-short-description"]
    found = {}
    for language in catalogue.languages:
        code = language.split("-")[0]
        text = catalogue.text(language)
        if code in found:  # Telegram's menus know no scripts: all Chinese read the first of the two
            continue
        found["" if code == "en" else code] = {key: text.plain(key) for key in keys}
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
