"""A process that dies between two pages of X: nothing is lost, and nothing is paid for twice."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import replace

import pytest

from store import partly, sources
from tests.accounts.x_town import ADA, BOB, Town
from tests.feeds.follower import queries
from tests.servers.x_behaviour import ASSUMED
from tests.servers.x_parameters import SEARCH

PAGES = 5
_ON_PAGE = 2

pytestmark = pytest.mark.parametrize("x", [replace(ASSUMED, most_on_page=_ON_PAGE)], indirect=True)


async def prepared(town: Town, posts: int = PAGES * _ON_PAGE) -> None:
    """Let two accounts be read up to now and then post, a minute apart, half an hour before midnight."""
    for name in ("talker", "writer"):
        town.x.account(name)
    await town.configures("talker", "writer")
    await town.meets(ADA, "halving")
    await town.polls(town.poller())
    town.clock.passes(hours=11)
    for number in range(posts):
        town.clock.passes(minutes=1)
        town.x.posts("writer" if number % 2 else "talker", f"halving {number}")
    town.clock.passes(minutes=5)  # what is younger is read twice: X may show posts late


def after_pages(town: Town, pages: int, happens: Callable[[], object]) -> None:
    """Let something happen once so many pages have come."""
    if not pages:
        happens()
        return
    town.x.after_next(lambda: after_pages(town, pages - 1, happens), route=SEARCH)


async def dies_after(town: Town, pages: int) -> None:
    """Let a process poll and die when so many pages are stored and the next one is asked for."""
    before = len(town.x.asked_so_far(SEARCH))
    after_pages(town, pages, lambda: town.x.hangs(route=SEARCH))
    task = asyncio.create_task(town.poller().step())
    await town.x.asked(before + pages + 1, SEARCH)
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)


async def starts(town: Town) -> None:
    """Let a new process begin and poll."""
    await town.purse.open()
    async with town.database.begin() as conn:
        await sources.release(conn)
    await town.polls(town.poller())


@pytest.mark.parametrize("pages", range(PAGES))
async def test_a_restart_at_any_page_boundary(town: Town, pages: int) -> None:
    """Hark dies after so many pages and starts on the next UTC day: each post is told once, paid for once."""
    await prepared(town)
    await dies_after(town, pages)
    town.clock.passes(hours=1)

    await starts(town)
    town.x.posts("talker", "halving last")
    await town.polls(town.poller())

    assert sorted(await town.told()) == sorted([*(f"halving {n}" for n in range(10)), "halving last"])
    assert town.posts_billed == 11
    async with town.database.read() as conn:
        assert await partly.get(conn) == []


async def test_dying_again_and_again_at_every_boundary(town: Town) -> None:
    """One page a life, hours apart and with new posts each time: all are told, each is paid for once."""
    await prepared(town)
    for life in range(4):
        await dies_after(town, 1)
        town.clock.passes(hours=7)
        town.x.posts("writer", f"halving in life {life}")
        town.clock.passes(minutes=5)
        await town.purse.open()
        async with town.database.begin() as conn:
            await sources.release(conn)

    await starts(town)
    await town.polls(town.poller())

    told = await town.told()
    assert len(told) == len(set(told)) == 14
    assert town.posts_billed == 14


async def test_trouble_between_two_pages_reads_none_again(town: Town) -> None:
    """X fails after two pages, and answers on the next day: the pages that came were told at once."""
    await prepared(town)
    poller = town.poller()
    after_pages(town, 2, lambda: town.x.fails(503, route=SEARCH))
    await town.polls(poller)
    at_once = len(await town.told())
    town.clock.passes(hours=1)

    await town.polls(poller)

    assert (at_once, len(await town.told()), town.posts_billed) == (4, 10, 10)


async def test_other_watches_after_the_restart(town: Town) -> None:
    """Bob's new watch makes other queries: he and Ada are told all, and nothing is skipped."""
    await prepared(town)
    await dies_after(town, 2)
    town.x.posts("talker", "fine weather")
    await town.meets(BOB, "weather")

    await starts(town)

    assert len(await town.told()) == 10
    assert await town.told(BOB) == ["fine weather"]


async def test_an_edit_across_the_boundary_keeps_its_last_words(town: Town) -> None:
    """The older version of an edited post, read after the restart, does not undo the newer one."""
    await prepared(town, posts=0)
    post = town.x.posts("talker", "halvng, the halving")
    town.clock.passes(minutes=1)
    town.x.posts("talker", "halving between")
    town.clock.passes(minutes=1)
    town.x.posts("talker", "halving again")
    town.clock.passes(minutes=1)
    town.x.edits(post, "the halving")
    town.clock.passes(minutes=5)
    await dies_after(town, 1)

    await starts(town)

    assert sorted(await town.told()) == ["halving again", "halving between", "the halving"]


async def test_pages_are_asked_for_from_where_they_ended(town: Town) -> None:
    """After the restart X is asked for the stretch that is left, then for what is new."""
    await prepared(town)
    await dies_after(town, 2)
    before = len(queries(town.x))
    town.clock.passes(hours=1)
    await starts(town)

    sent = [asked.sent for asked in town.x.asked_so_far(SEARCH)[before:]]
    assert ["until_id" in each for each in sent] == [True, True, True, False]


@pytest.mark.parametrize("trouble", ["tears_answers", "loses_answers"])
async def test_an_answer_that_is_lost_on_its_way_is_billed_once(town: Town, trouble: str) -> None:
    """X has billed the third page, which never arrives whole: asked for again on that day it is free."""
    await prepared(town)
    poller = town.poller()
    after_pages(town, 2, lambda: getattr(town.x, trouble)(times=2, route=SEARCH))
    for _ in range(3):
        await town.polls(poller)

    assert (len(await town.told()), town.posts_billed) == (10, 10)
