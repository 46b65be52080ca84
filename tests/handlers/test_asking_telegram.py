"""What the handlers ask of Telegram directly: who is an administrator, toasts, menus."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import pytest
import pytest_asyncio
from telegram import Bot

from handlers import menus
from handlers.courtesy import TelegramCourtesy
from handlers.everything import registry
from handlers.rights import TelegramRights
from handlers.updates import build_bot
from store.database import Database
from tests import loaded
from tests.servers.telegram import TelegramServer
from tests.servers.telegram_faults import Fault, too_many


@dataclass(slots=True)
class Line:
    """A bot and the Telegram it talks to."""

    telegram: TelegramServer
    bot: Bot


@pytest_asyncio.fixture
async def line() -> AsyncIterator[Line]:
    """Give a bot on a loopback Telegram."""
    async with TelegramServer() as telegram:
        bot = build_bot(telegram.token, telegram.base_url)
        async with bot:
            yield Line(telegram, bot)


async def test_rights_are_believed_for_a_minute(line: Line) -> None:
    """An administrator who is one no more commands for a minute at most."""
    ada, bob = line.telegram.user("Ada"), line.telegram.user("Bob")
    group = line.telegram.group("Readers", admins=[ada, bob])
    seconds = [0.0]
    rights = TelegramRights(line.bot, lambda: seconds[0])

    assert await rights.is_admin(group.id, bob.id) is True
    group.demotes(bob)
    seconds[0] = 59.0
    assert await rights.is_admin(group.id, bob.id) is True
    seconds[0] = 60.0
    assert await rights.is_admin(group.id, bob.id) is False
    assert len(line.telegram.calls("getChatMember")) == 2


async def test_rights_are_asked_again_when_something_changed(line: Line) -> None:
    """After Hark's own standing changed nothing is believed."""
    ada = line.telegram.user("Ada")
    group = line.telegram.group("Readers", members=[ada])
    rights = TelegramRights(line.bot, lambda: 0.0)

    assert await rights.is_admin(group.id, ada.id) is False
    group.promotes(ada)
    rights.forget(group.id)
    assert await rights.is_admin(group.id, ada.id) is True


async def test_a_stranger_is_no_administrator(line: Line) -> None:
    """Somebody whom the chat does not know has no rights there."""
    group = line.telegram.group("Readers")

    assert await TelegramRights(line.bot, lambda: 0.0).is_admin(group.id, 123) is False


async def test_when_telegram_fails_nothing_is_known(line: Line) -> None:
    """A Telegram in trouble says nothing about rights, and nothing is remembered."""
    ada = line.telegram.user("Ada")
    group = line.telegram.group("Readers", admins=[ada])
    rights = TelegramRights(line.bot, lambda: 0.0)
    line.telegram.fails(times=2, status=502, method="getChatMember")

    assert await rights.is_admin(group.id, ada.id) is None
    assert await rights.is_admin(group.id, ada.id) is True


async def test_one_lost_answer_is_asked_for_again(line: Line) -> None:
    """A single failure of Telegram, or an answer held up on its way, costs nobody a command."""
    ada = line.telegram.user("Ada")
    rights = TelegramRights(line.bot, lambda: 0.0)
    for spoil in (line.telegram.fails, partial(line.telegram.holds, 20.0)):
        group = line.telegram.group("Readers", admins=[ada])
        spoil(method="getChatMember")

        assert await rights.is_admin(group.id, ada.id) is True


@pytest.mark.filterwarnings("ignore:Deprecated since version v22.2")
async def test_a_telegram_that_asks_to_wait_is_obeyed(line: Line) -> None:
    """After "retry after 1" the question is put again a second later, not at once."""
    ada = line.telegram.user("Ada")
    group = line.telegram.group("Readers", admins=[ada])
    rights = TelegramRights(line.bot, lambda: 0.0)
    line.telegram.trouble.faults.append(Fault(1, "getChatMember", refusal=too_many(1)))

    assert await rights.is_admin(group.id, ada.id) is True
    first, second = line.telegram.calls("getChatMember")
    assert second.at - first.at >= 1


async def test_a_slow_telegram_holds_nobody_up_for_long(line: Line) -> None:
    """Nobody is kept waiting for an answer that comes late; what comes late is believed."""
    ada = line.telegram.user("Ada")
    group = line.telegram.group("Readers", admins=[ada])
    seconds = [0.0]
    rights = TelegramRights(line.bot, lambda: seconds[0])
    line.telegram.holds(3.5, times=2, method="getChatMember")

    assert await rights.is_admin(group.id, ada.id) is None
    seconds[0] = 4.0
    assert await rights.is_admin(group.id, ada.id) is None
    seconds[0] = 0.0
    assert await rights.is_admin(group.id, ada.id) is True
    await rights.close()


async def test_a_toast_that_comes_too_late_is_swallowed(line: Line) -> None:
    """A spinner of long ago cannot be ended, and that is no trouble; a toast is cut to what fits."""
    courtesy = TelegramCourtesy(line.bot)

    await courtesy.toast("1", "late")
    await courtesy.toast("2", "é" * 300)
    await courtesy.typing(1, None)

    assert line.telegram.violations == []


async def test_menus_are_told_once(line: Line, tmp_path: Path) -> None:
    """People see the commands in their language; at the next start nothing is told again."""
    database = Database(f"sqlite:///{tmp_path / 'hark.db'}")
    await database.open()
    catalogue = loaded.catalogue()

    await menus.publish(line.bot, catalogue, database)
    told = len(line.telegram.requests)
    await menus.publish(line.bot, catalogue, database)
    await database.close()

    assert len(line.telegram.requests) == told
    assert line.telegram.commands("all_private_chats", "zh") == list(menus.PRIVATE)
    assert line.telegram.commands("all_private_chats") == list(menus.PRIVATE)
    assert line.telegram.commands("all_group_chats", "it") == ["watch", "list", "help"]
    assert line.telegram.commands("all_chat_administrators") == list(menus.ADMINISTRATORS)
    assert line.telegram.violations == []


async def test_an_operator_sees_admin_in_the_menu(line: Line, tmp_path: Path) -> None:
    """Operators have /admin in their menu from the first start after they wrote to the bot; who is none any
    more has the menu of everybody again."""
    ada = line.telegram.user("Ada")
    line.telegram.private(ada)
    database = Database(f"sqlite:///{tmp_path / 'hark.db'}")
    await database.open()
    catalogue = loaded.catalogue()

    await menus.publish(line.bot, catalogue, database, [ada.id])
    told, shown = len(line.telegram.requests), line.telegram.commands("chat", chat_id=ada.id)
    await menus.publish(line.bot, catalogue, database, [ada.id])
    again = len(line.telegram.requests)
    await menus.publish(line.bot, catalogue, database)
    await database.close()

    assert shown == list(menus.OPERATORS)
    assert again == told
    assert line.telegram.commands("chat", chat_id=ada.id) == []


async def test_menus_refused_are_told_at_the_next_start(line: Line, tmp_path: Path) -> None:
    """A Telegram in trouble keeps Hark from nothing; the menus come later."""
    database = Database(f"sqlite:///{tmp_path / 'hark.db'}")
    await database.open()
    line.telegram.fails(times=1, status=502, method="setMyCommands")

    await menus.publish(line.bot, loaded.catalogue(), database)
    await menus.publish(line.bot, loaded.catalogue(), database)
    await database.close()

    assert line.telegram.commands("all_private_chats", "it") == list(menus.PRIVATE)


def test_every_command_of_a_menu_is_handled() -> None:
    """No menu offers what nobody answers."""
    assert set(menus.PRIVATE) <= set(registry().commands)
