"""A line a week for watches that find nothing, on a real database and through the dispatcher."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from engine import Embedded
from handlers.call import Policy
from handlers.idle_watches import IdleTeller
from model import Message
from store import deliveries, errands, watches
from tests import loaded
from tests.handlers.people import ANN, GROUP, Answer, Hark, a_hark, private

DAY = timedelta(days=1)


@pytest.fixture
async def hark(tmp_path: Path) -> AsyncIterator[Hark]:
    """Give a Hark with Ann, who watches for two words."""
    async with a_hark(tmp_path, Policy()) as found:
        await found.says(ANN, "/watch bitcoin")
        await found.says(ANN, "/watch bitcion")
        yield found


async def passes(hark: Hark, time: timedelta, chat_id: int = ANN.id) -> list[Answer]:
    """Let time pass and take the step; return the lines that wait for a chat."""
    hark.now += time
    teller = IdleTeller(hark.database, Embedded(), loaded.catalogue(), lambda: hark.now)
    await teller.step()
    await teller.step()
    async with hark.database.read() as conn:
        waiting = await deliveries.due(conn, hark.now, 99)
    mine = [each for each in waiting if each.chat_id == chat_id and each.message is not None]
    return [Answer(each, private(ANN)) for each in mine if "🕸" in (each.message or Message("")).html]


async def test_watches_that_find_nothing_are_told_once_a_week(hark: Hark) -> None:
    """After two weeks without a hit one silent line names the watches; the next comes a week later."""
    early = await passes(hark, 13 * DAY)
    [first] = await passes(hark, 7 * DAY)
    soon = await passes(hark, 6 * DAY)
    second = await passes(hark, DAY)

    assert early == []
    assert first.text == (
        "🕸 2 of your watches have found nothing for weeks. A tap shows what was nearly found.\n"
        "bitcoin · bitcion"
    )
    assert first.labels == ["🔍 bitcoin", "🔍 bitcion", "No more of these"]
    assert (len(soon), len(second)) == (1, 2)


async def test_a_watch_at_rest_is_not_named(hark: Hark) -> None:
    """A paused watch is at rest; the other one alone is named."""
    async with hark.database.begin() as conn:
        bitcoin, _ = await watches.of_chat(conn, ANN.id)
        await watches.pause(conn, bitcoin.id, paused=True)

    [line] = await passes(hark, 15 * DAY)

    assert line.labels == ["🔍 bitcion", "No more of these"]
    assert "One of your watches has found nothing" in line.text


async def test_a_tap_shows_what_was_nearly_found(hark: Hark) -> None:
    """The button asks for near misses of that watch."""
    [line] = await passes(hark, 15 * DAY)

    await hark.taps(ANN, "🔍 bitcion", line)
    async with hark.database.begin() as conn:
        asked = await errands.claim(conn, hark.now, 9)

    assert [each.chat_id for each in asked if each.kind == "near"] == [ANN.id]


async def test_a_tap_ends_the_lines_and_another_brings_them_back(hark: Hark) -> None:
    """ "No more of these" ends them for good, until the same button is tapped again."""
    [line] = await passes(hark, 15 * DAY)
    [ended] = await hark.taps(ANN, "No more of these", line)
    quiet = await passes(hark, 30 * DAY)
    [again] = await hark.taps(ANN, ended.labels[0], ended)
    back = await passes(hark, 30 * DAY)

    assert len(quiet) == 1
    assert again.labels == ["No more of these"]
    assert len(back) == 2


async def test_groups_hear_no_such_lines(hark: Hark) -> None:
    """What finds nothing is the matter of who made it in private; a group is left in peace."""
    hark.admins.known.add((GROUP.id, ANN.id))
    await hark.says(ANN, "/watch ether", GROUP)

    assert await passes(hark, 30 * DAY, GROUP.id) == []
