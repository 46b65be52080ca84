"""What is on its way when Hark is told to stop still arrives, and only once."""

from __future__ import annotations

from tests.endtoend.conftest import NewHark
from tests.endtoend.people import watcher
from tests.servers.feeds import FeedServer
from tests.servers.telegram import TelegramServer


async def test_a_stop_lets_the_message_on_its_way_land(
    new_hark: NewHark, telegram: TelegramServer, site: FeedServer
) -> None:
    """Telegram takes two seconds, Hark is stopped meanwhile: the alert has come and does not repeat."""
    feed = site.feed("/news.xml")
    hark = new_hark(feeds=[feed.url])
    await hark.start()
    await hark.ready()
    ada = await watcher(telegram, "BTC")
    await hark.polls(feed)
    asked = len(telegram.calls("sendMessage"))
    telegram.holds(2, times=1)
    feed.publish("BTC slowly")
    await telegram.until(lambda: len(telegram.calls("sendMessage")) > asked, 20)

    assert await hark.terminate() == 0
    await hark.start()
    await hark.polls(feed)
    feed.publish("BTC later")
    await ada.reads("BTC later")

    assert ada.titles == ["BTC slowly", "BTC later"]
