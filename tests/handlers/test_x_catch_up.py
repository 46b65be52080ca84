"""The buttons under the news that X is read again."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from feeds.x_query import snowflake
from handlers.call import Policy, XTerms
from model import SourceKind
from store import sources, stoppages
from store.sources import Wanted
from tests.handlers.people import ANN, NOON, Answer, Hark, Person, a_hark

BOB = Person(10, "Bob")
BEFORE = str(snowflake(NOON - timedelta(days=2)))


@pytest.fixture
async def hark(tmp_path: Path) -> AsyncIterator[Hark]:
    """Give a Hark that missed two days of @cz for want of money; Ann operates it."""
    async with a_hark(tmp_path, Policy(frozenset({ANN.id}), x=XTerms(10_000_000, 5_000))) as found:
        async with found.database.begin() as conn:
            await sources.configure(conn, [Wanted(SourceKind.X, "cz", "@cz")], found.now)
            [cz] = await sources.claim(conn, SourceKind.X, found.now, 9)
            await stoppages.keep_gaps(conn, {cz.id: BEFORE})
        yield found


async def chooses(hark: Hark, person: Person, data: str) -> list[Answer]:
    """Return what is said to a tap on one of the two buttons."""
    [shown] = await hark.says(person, "/status")
    return await hark.sends_data(person, data, shown)


async def cursor(hark: Hark) -> str:
    """Return up to where @cz is read."""
    async with hark.database.read() as conn:
        found = await sources.find(conn, SourceKind.X, "cz")
    assert found is not None
    return found.cursor


async def test_an_operator_catches_up_with_a_tap(hark: Hark) -> None:
    """The message says what is being read and about what it costs; it reads on where it stopped."""
    [answer] = await chooses(hark, ANN, "xc:1")

    assert answer.text.startswith("Reading what was posted since")
    assert "for about $" in answer.text
    assert await cursor(hark) == BEFORE


async def test_an_operator_goes_on_from_now(hark: Hark) -> None:
    """The message says from when on what was posted stays unread; a second tap changes nothing."""
    [answer] = await chooses(hark, ANN, "xc:0")
    await chooses(hark, ANN, "xc:1")

    assert answer.text.startswith("Going on from now. What was posted between")
    assert hark.toasts.shown[-1] == "That has been decided already."
    assert await cursor(hark) == ""


async def test_nobody_else_decides_what_is_paid(hark: Hark) -> None:
    """Whoever forges the button is told that only operators may."""
    await chooses(hark, BOB, "xc:1")

    assert hark.toasts.shown[-1] == "Only the operators of this Hark can allow what costs money."
    assert await cursor(hark) == ""


async def test_what_is_not_read_yet_stands_in_status(hark: Hark) -> None:
    """Who has lost the message sees in /status that something is unread, and its price."""
    [status] = await hark.says(ANN, "/status")

    assert "Not read for want of money: what was posted since" in status.text
