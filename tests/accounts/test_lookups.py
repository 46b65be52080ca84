"""What becomes of accounts once they are followed: new names, and those that X no longer shows."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest

from accounts.lookups import least_usual
from store.accounts import Output
from tests.accounts.test_care import following, sends_all
from tests.accounts.x_town import BOB, Town
from tests.feeds.follower import BEGAN, queries
from tests.servers.x_parameters import SEARCH

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
ENDS = {
    "suspends": "X has suspended this account",
    "closes": "this X account does not exist",
    "protects": "this X account is protected, only its followers see its posts",
}


async def test_a_new_name_is_followed(town: Town) -> None:
    """An account that took another name is read on, and the operator hears of it."""
    poller = await following(town, "halving")
    registrar = town.registrar()
    await registrar.look_up()
    town.x.renames("talker", "speaker")
    town.clock.passes(days=31)

    await registrar.look_up()
    town.x.posts("speaker", "halving")
    await town.polls(poller)

    assert await town.told() == ["halving"]
    assert "@talker is called @speaker on X now; Hark goes on following." in await town.hears()


async def test_a_poll_under_way_does_not_undo_a_new_name(town: Town) -> None:
    """The new name is learnt while X takes its time over a search by the old one, and is not forgotten."""
    poller = await following(town, "halving")
    registrar = town.registrar()
    await registrar.look_up()
    town.x.renames("talker", "speaker").name = "A Speaker"
    town.clock.passes(days=31)
    town.x.dawdles(route=SEARCH)
    asked = len(queries(town.x))
    under_way = asyncio.create_task(poller.step())
    await town.x.asked(asked + 1)

    await registrar.look_up()
    town.x.hurries()
    await under_way
    town.x.posts("speaker", "halving")
    await town.polls(poller)

    assert await town.told() == ["halving"]
    assert (await town.source("speaker")).owner == "A Speaker"


async def test_names_are_looked_up_once_a_month(town: Town) -> None:
    """Looking after names costs one look-up a month for each account."""
    await following(town, "halving")
    registrar = town.registrar()
    before = town.x.billed.users
    for _ in range(40):
        await registrar.look_up()
        town.clock.passes(days=1)

    assert town.x.billed.users == before + 1


@pytest.mark.parametrize("end", ENDS)
async def test_an_account_that_is_no_more_is_told_once(town: Town, end: str) -> None:
    """Its searches would find nothing for ever: who follows it hears so once, and it is searched no more."""
    poller = await following(town, "halving")
    await town.meets(BOB, "halving")
    await town.follows(BOB, "talker")
    registrar, outages = town.registrar(), town.outages()
    await registrar.look_up()
    getattr(town.x, end)("talker")
    town.clock.passes(days=31)
    await town.polls(poller)
    await registrar.look_up()
    asked = len(queries(town.x))
    for _ in range(5):
        town.clock.passes(minutes=20)
        await town.polls(poller)
        await registrar.look_up()
        await outages.step()

    ill = await town.source("talker")
    [told] = await town.hears(BOB)
    assert ENDS[end] in told
    assert told.startswith("⚠️ <b>@talker</b> has failed since")
    assert ill.failing_since is not None
    assert len(queries(town.x)) == asked
    assert town.x.billed.users == 2 if end == "protects" else 1


async def test_an_account_that_is_back_is_read_on(town: Town) -> None:
    """X suspends an account and takes it back: within a quarter of an hour it is read from where it was."""
    poller = await following(town, "halving")
    town.x.posts("talker", "halving")
    await town.polls(poller)
    await town.registrar().look_up()
    town.x.suspends("talker")
    town.clock.passes(days=31)
    await town.registrar().look_up()
    await town.polls(poller)
    ill = (await town.source("talker")).failing_since
    account = town.x.called("talker")
    assert account is not None
    account.suspended = False
    town.x.posts("talker", "another halving")
    town.clock.passes(minutes=15)
    await town.registrar().look_up()
    await town.polls(poller)

    assert ill is not None
    assert (await town.source("talker")).failing_since is None
    assert sorted(await town.told()) == ["another halving", "halving"]


async def test_a_post_that_is_gone_makes_its_author_be_looked_up(town: Town) -> None:
    """All posts of a suspended account are gone: it is found out within the hour, for nothing."""
    poller = await following(town, "halving")
    town.x.posts("talker", "halving")
    await town.polls(poller)
    await town.registrar().look_up()
    await sends_all(town)
    users = town.x.billed.users
    town.x.suspends("talker")

    await town.caretaker().gone()
    await town.registrar().look_up()

    assert (await town.source("talker")).failing_since is not None
    assert town.x.billed.users == users


async def test_an_account_without_a_post_in_a_week_is_looked_up(town: Town) -> None:
    """The daily audit finds nothing at all of an account: it is looked up in that hour."""
    poller = await following(town, "halving")
    await town.registrar().look_up()
    town.x.closes("talker")
    town.clock.passes(days=2)
    await town.polls(poller)

    await town.caretaker().audit()
    await town.registrar().look_up()

    assert (await town.source("talker")).failing_since is not None


async def test_a_silence_that_is_unlike_an_account_is_looked_into_once(town: Town) -> None:
    """An account that was heard of every hour is silent for a day: it is looked up, once."""
    poller = await following(town, "halving")
    await town.registrar().look_up()
    for number in range(8):
        town.clock.passes(hours=1)
        town.x.posts("talker", f"halving {number}")
        await town.polls(poller)
    users = town.x.billed.users
    found = []
    for _ in range(4):
        town.clock.passes(days=1)
        await town.registrar().look_up()
        found.append(town.x.billed.users - users)

    assert found == [1, 1, 1, 1]
    assert (await town.source("talker")).failing_since is None


def test_what_silences_are_unusual() -> None:
    """Few posts tell of no pace, a day is never long, and of several the longest for its pace is taken."""
    few = Output(1, 4, BEGAN - 9 * DAY, BEGAN - 8 * DAY)
    today = Output(2, 99, BEGAN - 9 * DAY, BEGAN - 20 * HOUR)
    slow = Output(3, 5, BEGAN - 20 * DAY, BEGAN - 8 * DAY)
    daily = Output(4, 6, BEGAN - 20 * DAY, BEGAN - 15 * DAY)
    hourly = Output(5, 25, BEGAN - 3 * DAY, BEGAN - 2 * DAY)

    assert least_usual([few, today, slow], BEGAN) is None
    assert least_usual([few, today, slow, daily], BEGAN) == 4
    assert least_usual([daily, hourly], BEGAN) == 5
