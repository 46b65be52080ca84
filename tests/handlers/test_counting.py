"""How many alerts came, as people see it: a picture, and a caption that names the watches."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

import pytest

from handlers.chart import Series, draw
from handlers.counting import tally_of
from model import Entry, Item, NamedHit, SourceKind
from store import deliveries, items, sources
from store.deliveries import OwedAlert
from store.sources import Wanted
from tests.handlers.people import ANN, NOON, UGO, Hark, Person
from tests.handlers.town import Town

TODAY = date(2026, 11, 25)


def test_an_alert_counts_for_each_of_its_watches_on_its_day() -> None:
    """The most active watch comes first; what follows a source for everything is a row of its own."""
    yesterday, long_ago = TODAY - timedelta(days=1), TODAY - timedelta(days=40)

    tally = tally_of([(TODAY, (2,)), (TODAY, (1, 2)), (yesterday, ()), (long_ago, (1,))], TODAY)

    assert len(tally.days) == 14
    assert [(number, sum(row)) for number, row in tally.counts] == [(2, 2), (0, 1), (1, 1)]
    assert tally.counts[0][1][-1] == 2
    assert tally.counts[1][1][-2:] == (1, 0)


def test_many_watches_are_summed_up() -> None:
    """Seven watches have a row each, the others share one."""
    told = [(TODAY, (number,)) for number in range(1, 13) for _ in range(number)]

    tally = tally_of(told, TODAY)

    assert [number for number, _ in tally.counts] == [12, 11, 10, 9, 8, 7, 6, -1]
    assert tally.others == 5
    assert sum(tally.counts[-1][1]) == sum(range(1, 6))


def test_the_picture_is_one() -> None:
    """What is drawn is a PNG with a ground of its own, so that it is read on a dark screen too."""
    picture = draw([TODAY - timedelta(days=1), TODAY], [Series("A", (1, 2)), Series("B", (0, 3))])

    assert picture.startswith(b"\x89PNG")
    assert len(picture) > 2_000


@pytest.mark.parametrize(
    ("person", "says"), [(ANN, "No alert in the last 14 days"), (UGO, "Nessun avviso negli ultimi 14 giorni")]
)
async def test_without_alerts_nothing_is_drawn(town: Town, person: Person, says: str) -> None:
    """Where nothing came, that is said, and what to do."""
    [answer] = await town.says(person, "/stats")

    assert says in answer.text
    assert answer.delivery.message is not None
    assert answer.delivery.message.attached is None


async def _alerts(hark: Hark, of: Sequence[int]) -> None:
    """Let Ann have been told something for each of these watches."""
    async with hark.database.begin() as conn:
        wanted = Wanted(SourceKind.FEED, "https://a.example/", "A")
        source = await sources.ensure(conn, wanted, NOON, shared=True)
        for number, watch in enumerate(of, 1):
            item = Item(number, source.id, "A", Entry(title=f"Entry {number}"), NOON)
            await items.add(conn, [items.NewItem(item, ())])
            owed = OwedAlert(ANN.id, number, source.id, (NamedHit(watch, "as it was called"),))
            await deliveries.owe_alerts(conn, [owed], NOON)


async def test_the_caption_names_what_the_letters_stand_for(town: Town) -> None:
    """The picture carries letters, as no font draws every script; the caption says which watch is which."""
    await town.hark.says(ANN, "/watch 赵长鹏, AI, gone")
    first, second, third = [each.id for each in await town.hark.watched(ANN.id)]
    await town.hark.says(ANN, "/unwatch gone")
    await _alerts(town.hark, [first, first, second, third])

    [answer] = await town.says(ANN, "/stats")

    assert answer.text.splitlines() == [
        "📊 Alerts a day, the last 14 days",
        "A · 赵长鹏 · 2",
        "B · AI · 1",
        "C · a watch that ended · 1",
    ]
    assert answer.delivery.message is not None
    assert answer.delivery.message.attached is not None
    assert answer.delivery.message.attached.picture
