"""When the database refuses for a while."""

from __future__ import annotations

import sqlite3
from contextlib import closing

from tests.endtoend.conftest import NewHark
from tests.endtoend.people import person, watcher
from tests.servers.feeds import FeedServer
from tests.servers.telegram import TelegramServer


async def test_a_locked_database_loses_nothing(
    new_hark: NewHark, telegram: TelegramServer, site: FeedServer
) -> None:
    """While another program locks the file nothing is lost, and the log says it once; then all goes on."""
    feed = site.feed("/news.xml")
    hark = new_hark(feeds=[feed.url])
    await hark.start()
    await hark.ready()
    ada = await watcher(telegram, "BTC", name="Ada")
    bob = person(telegram, "Bob")
    await hark.polls(feed)

    with closing(sqlite3.connect(hark.folder / "data" / "hark.db", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        feed.publish("BTC while locked")
        await bob.chat.says(bob.user, "/watch ETH")
        await hark.logs("the store refuses")
        assert len(telegram.messages) == 1
        other.execute("ROLLBACK")

    await bob.chat.wait_for(lambda message: "ETH" in message.text, 30)
    await ada.reads("BTC while locked", 30)
    feed.publish("BTC afterwards")
    await ada.reads("BTC afterwards")
    assert ada.titles == ["BTC while locked", "BTC afterwards"]
    assert len(bob.chat.messages) == 1
    assert sum("the store refuses" in line for line in hark.err) == 1
