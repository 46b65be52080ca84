"""Names that the table lacks: found at Wikidata, offered, added with one tap, and looked for from then on."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from tests.endtoend.conftest import NewHark
from tests.endtoend.people import person, watcher
from tests.servers.feeds import FeedServer
from tests.servers.telegram import TelegramServer
from tests.servers.wikidata import WikidataServer

RAO, RAO_RU = "Devika Rao", "Девика Рао"


@pytest.fixture
async def wikidata() -> AsyncIterator[WikidataServer]:
    """A loopback Wikidata that knows one person; the test fails if it was asked what it would refuse."""
    async with WikidataServer() as server:
        server.item("Q77", en=[RAO], ru=[RAO_RU], x=["devikarao"])
        yield server
    assert server.violations == []


async def test_a_name_found_and_added_alerts(
    new_hark: NewHark, telegram: TelegramServer, site: FeedServer, wikidata: WikidataServer
) -> None:
    """/watch NAME, then Add under the names that were found: an entry with another name of theirs alerts."""
    feed = site.feed("/news.xml")
    hark = new_hark(feeds=[feed.url], names={"lookup": True, "lookup_url": wikidata.url})
    await hark.start()
    await hark.ready()
    await hark.polls(feed)
    ada = person(telegram, "Ada")

    await ada.asks(f"/watch {RAO}")
    offer = await ada.chat.wait_for(lambda message: "also called" in message.text)
    feed.publish("Девика Рао: first words")
    feed.publish("Devika Rao speaks")
    await ada.reads("Devika Rao speaks")
    await ada.taps("Add", offer)
    await ada.chat.wait_for(lambda message: message is offer and "also found as" in message.text)
    feed.publish("Девика Рао получила премию")
    await ada.reads("Девика Рао получила премию")

    assert ada.titles == ["Devika Rao speaks", "Девика Рао получила премию"]
    assert wikidata.requests[0].headers["User-Agent"].startswith("Hark/")


async def test_what_was_found_outlives_a_restart(
    new_hark: NewHark, telegram: TelegramServer, wikidata: WikidataServer
) -> None:
    """After a restart a name that was looked up once is offered to others without asking again."""
    hark = new_hark(names={"lookup": True, "lookup_url": wikidata.url})
    await hark.start()
    await hark.ready()
    ada = await watcher(telegram, RAO)
    await ada.chat.wait_for(lambda message: "also called" in message.text)
    asked = len(wikidata.requests)

    await hark.restart()
    bob = await watcher(telegram, RAO, name="Bob")
    offer = await bob.chat.wait_for(lambda message: "also called" in message.text)

    assert RAO_RU in offer.text
    assert len(wikidata.requests) == asked


async def test_a_silent_wikidata_is_in_nobodys_way(
    new_hark: NewHark, telegram: TelegramServer, site: FeedServer, wikidata: WikidataServer
) -> None:
    """While Wikidata says nothing /watch is answered, alerts come, nobody is told, and SIGTERM ends Hark."""
    feed = site.feed("/news.xml")
    wikidata.hangs()
    hark = new_hark(feeds=[feed.url], names={"lookup": True, "lookup_url": wikidata.url})
    await hark.start()
    await hark.ready()
    await hark.polls(feed)

    ada = await watcher(telegram, RAO)
    await hark.alive(wikidata.asked(1))
    feed.publish("Devika Rao speaks")
    await ada.reads("Devika Rao speaks")
    await ada.asks("/list")

    assert await hark.terminate() == 0
    assert len(ada.chat.messages) == 3  # two answers and the alert
