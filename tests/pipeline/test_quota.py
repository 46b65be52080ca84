"""What a chat has in a day is limited where the operator says so; what is beyond is counted and listed."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path
from random import Random

import pytest

from alerts.quota import Quota
from handlers.call import Policy
from handlers.over_quota import QuotaTeller
from model import Chat, ChatKind, DeliveryKind, FollowMode, SourceKind
from pipeline import Ingest, Rules
from store import chats, deliveries, erasing, held, over
from store.held import HeldBy
from tests.handlers.people import ANN, Answer, Hark, Person, a_hark, private
from tests.handlers.town import town_of
from tests.pipeline.house import NOON, PACE, House, entry

LIMIT = 3
BOB = Person(10, "Bob")
HOUR = timedelta(hours=1)


@pytest.fixture
async def hark(tmp_path: Path) -> AsyncIterator[Hark]:
    """Give a Hark with three alerts a day for each chat; Ann operates it."""
    async with a_hark(tmp_path, Policy(frozenset({ANN.id}), alerts=LIMIT)) as found:
        found.now = NOON
        yield found


@pytest.fixture
async def town(hark: Hark) -> House:
    """Give what it reads: one feed, which was read before anybody watched."""
    quota = Quota(LIMIT, frozenset({ANN.id}))
    rules = Rules({SourceKind.FEED: PACE, SourceKind.X: PACE}, timedelta(hours=48), quota=quota)
    found = House(hark.database, Ingest(rules, Random(1)))
    await found.configures("a")
    await found.lists("a")
    return found


async def tells(hark: Hark) -> list[Answer]:
    """Let the step of a newly started Hark look; return the notices owed."""
    await QuotaTeller(hark.database, hark.engine, hark.catalogue, lambda: hark.now, LIMIT).step()
    async with hark.database.read() as conn:
        owed = await deliveries.due(conn, hark.now + HOUR, 100)
    return [Answer(each, private(BOB)) for each in owed if each.kind is DeliveryKind.NOTICE]


async def sent(hark: Hark, notice: Answer, message_id: int) -> None:
    """Let a notice be sent."""
    async with hark.database.begin() as conn:
        taken = await deliveries.take(conn, notice.delivery)
        assert taken is not None
        await deliveries.mark_sent(conn, taken, message_id, hark.now)


async def test_beyond_the_limit_a_chat_is_told_once_and_then_counted(hark: Hark, town: House) -> None:
    """Three come; of the others one message tells, which counts on in place and lists them."""
    await hark.says(BOB, "/watch Bitcoin")
    stories = [entry(number) for number in range(1, 16)]
    owed = await town.lists("a", *stories[:5])
    [first] = await tells(hark)
    await sent(hark, first, 77)
    again = await town.lists("a", *stories)
    [edited] = await tells(hark)

    [listed] = await hark.taps(BOB, "Show them", edited)
    [more] = await hark.taps(BOB, "›", listed)
    [mine] = await hark.says(BOB, "/list")

    assert (owed, again) == (LIMIT, 0)
    assert "The 3 alerts that this chat may have a day are told" in first.text
    assert "2 so far" in first.text
    assert "12 so far" in edited.text
    assert edited.message_id == 77
    assert listed.text.splitlines()[0] == "Held today · 12"
    assert len(listed.text.splitlines()) == 9
    assert len(more.text.splitlines()) == 5
    assert more.message_id == listed.message_id
    assert "🔔 12 more today, beyond the 3 alerts of a day: /why with a link says which." in mine.text


async def test_why_says_what_the_limit_kept_back(hark: Hark, town: House) -> None:
    """A held item says so for each watch that it hit; who wants everything of a source is limited too."""
    await hark.says(BOB, "/watch Bitcoin")
    [watch] = await hark.watched(BOB.id)
    await town.lists("a", *(entry(number) for number in range(1, 5)))
    async with hark.database.read() as conn:
        rows = [await held.of_item(conn, BOB.id, number) for number in range(1, 5)]

    await town.follows(BOB.id, "b", FollowMode.EVERYTHING)
    await town.lists("b")
    owed = await town.lists("b", entry(90, "Something else", guid="u:90", url="https://b.example/90"))

    kept_back = [each[watch.id].by for each in rows if watch.id in each]
    assert kept_back == [HeldBy.QUOTA]
    assert owed == 0
    step = town_of(hark).step
    await hark.says(BOB, "/why https://b.example/90")
    await step.step()
    [why] = await hark.answers()
    async with hark.database.read() as conn:
        assert await over.count(conn, BOB.id, NOON - HOUR) == 2
    assert "Held 12:00: this chat had been told all the alerts that it may have that day." in why.text


async def test_a_new_day_begins_at_the_chats_midnight(hark: Hark, town: House) -> None:
    """In Tokyo it is 21:00: three hours later alerts come again, and what is held then is told anew."""
    await hark.says(BOB, "/watch Bitcoin")
    await hark.says(BOB, "/timezone Asia/Tokyo")
    stories = [entry(number, published=None) for number in range(1, 11)]
    await town.lists("a", *stories[:4])
    [first] = await tells(hark)
    await sent(hark, first, 77)

    hark.now = town.now = NOON + 2 * HOUR
    evening = await town.lists("a", *stories[:5])
    hark.now = town.now = NOON + 3 * HOUR
    [late] = await tells(hark)
    await sent(hark, late, 77)
    night = await town.lists("a", *stories)
    [new] = await tells(hark)

    assert (evening, night) == (0, 3)
    assert "1 so far" in first.text
    assert (late.message_id, "2 so far" in late.text) == (77, True)
    assert (new.message_id != 77, "2 so far" in new.text) == (True, True)


async def test_operators_are_exempt(hark: Hark, town: House) -> None:
    """Ann gets all of them, and may have any number of watches."""
    await hark.says(ANN, "/watch Bitcoin")
    owed = await town.lists("a", *(entry(number) for number in range(1, 7)))
    [mine] = await hark.says(ANN, "/list")

    assert owed == 6
    assert await tells(hark) == []
    assert "Your watches · 1 of ∞" in mine.text


async def test_refusals_say_the_number_and_the_reason(tmp_path: Path) -> None:
    """Who has as many watches or sources as a chat may have is told how many, and what to do."""
    async with a_hark(tmp_path, Policy(frozenset({ANN.id}), watches=2, follows=0)) as hark:
        for person in (ANN, BOB):
            await hark.says(person, "/watch one, two")
        [full] = await hark.says(BOB, "/watch three")
        [mine] = await hark.says(ANN, "/watch three")
        [sources] = await hark.says(BOB, "/follow https://a.example/feed")
        allowed = await hark.says(ANN, "/follow https://a.example/feed")

    assert full.text == (
        "There is no room for three: 2 watches are the limit here, and you have 2. "
        "End one with /unwatch, or ask the operator."
    )
    assert "3 of ∞ watches" in mine.text
    assert sources.text == (
        "0 sources are the limit here, and you follow 0. End one with /unfollow, or ask the operator."
    )
    assert allowed == []


async def test_what_is_over_moves_and_is_erased_with_its_chat(hark: Hark, town: House) -> None:
    """A group that becomes a supergroup takes it along; retention and /forgetme end it."""
    async with hark.database.begin() as conn:
        await chats.save(conn, Chat(-5, ChatKind.GROUP))
        await over.add(conn, [deliveries.OwedAlert(-5, 1, 1), deliveries.OwedAlert(-5, 2, 1)], NOON)
        await over.keep_told(conn, -5, over.Told(NOON, 9))
        await chats.migrate(conn, -5, -1005)
        moved = await over.count(conn, -1005, NOON), await over.told(conn, -1005)
        await over.forget(conn, NOON + HOUR)
        old = await over.count(conn, -1005, NOON)
        await over.add(conn, [deliveries.OwedAlert(-1005, 3, 1)], NOON)
        await erasing.erase(conn, [-1005])
        gone = await over.count(conn, -1005, NOON)

    assert moved == (2, over.Told(NOON, 9))
    assert (old, gone) == (0, 0)
