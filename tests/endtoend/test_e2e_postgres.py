"""The main path on PostgreSQL: the same code, the same promises."""

from __future__ import annotations

from random import Random

from tests.endtoend.conftest import NewHark
from tests.endtoend.people import watcher
from tests.endtoend.test_e2e_kill import assert_only_flying_repeated
from tests.servers.feeds import FeedServer
from tests.servers.telegram import TelegramServer


async def test_the_main_path_on_postgresql(
    new_hark: NewHark, telegram: TelegramServer, site: FeedServer, postgres_database: str
) -> None:
    """Watch, alert, kill, restart, alert; a second Hark on the same database says so and stops."""
    random = Random(7)
    feed = site.feed("/news.xml")
    feed.publish("BTC of old")
    database = {"url": postgres_database}
    hark = new_hark(feeds=[feed.url], database=database)
    await hark.start()
    await hark.ready()
    ada = await watcher(telegram, "BTC", "#赵长鹏", name="Ada")
    bob = await watcher(telegram, "赵长鹏", name="Bob")
    await hark.polls(feed)

    kills = []
    for turn in range(3):
        feed.publish(f"BTC: 赵长鹏 {turn}")
        assert await hark.lives(random.uniform(0.5, 1.5))
        kills.append(await hark.dies())
    await hark.ready()
    for someone in (ada, bob):
        for turn in range(3):
            await someone.reads(f"BTC: 赵长鹏 {turn}", 30)

    second = new_hark(folder="second", feeds=[feed.url], database=database)
    await second.start()
    assert await second.ends() == 1
    assert "already running" in second.err[-1]
    feed.publish("BTC: 赵长鹏, the end")
    for someone in (ada, bob):
        await someone.reads("BTC: 赵长鹏, the end")
        assert set(someone.titles) == {*(f"BTC: 赵长鹏 {turn}" for turn in range(3)), "BTC: 赵长鹏, the end"}
    assert_only_flying_repeated([*ada.alerts, *bob.alerts], kills)
    assert "赵长鹏" in (await ada.asks("/list")).text
    assert await hark.terminate() == 0


async def test_a_database_that_postgresql_does_not_have_is_one_line(
    new_hark: NewHark, telegram: TelegramServer, postgres_database: str
) -> None:
    """A wrong name in database.url ends Hark with one line that names the key."""
    hark = new_hark(database={"url": f"{postgres_database}_that_nobody_made"})

    await hark.start()

    assert await hark.ends() == 1
    assert len(hark.err) == 1
    assert "database.url" in hark.err[0]
    assert telegram.requests == []
