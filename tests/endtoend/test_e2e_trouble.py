"""When Telegram or a feed has trouble: flood control, lost answers, dead feeds."""

from __future__ import annotations

import asyncio

from tests.endtoend.conftest import FEED_SECRET, NewHark
from tests.endtoend.people import number, person, title, watcher
from tests.servers.feeds import FeedServer
from tests.servers.telegram import TelegramServer


async def test_flood_control_of_one_chat_delays_no_other(
    new_hark: NewHark, telegram: TelegramServer, site: FeedServer
) -> None:
    """When Telegram asks to wait for one chat, that chat waits exactly as asked and the others get theirs."""
    feed = site.feed("/news.xml")
    hark = new_hark(feeds=[feed.url])
    await hark.start()
    await hark.ready()
    ada = await watcher(telegram, "BTC", name="Ada")
    bob = await watcher(telegram, "BTC", name="Bob")
    await hark.polls(feed)

    telegram.flood(6, chat=ada.chat)
    feed.publish("BTC one")
    feed.publish("BTC two")
    await asyncio.gather(bob.reads("BTC one"), bob.reads("BTC two"))
    assert telegram.floods == 1
    assert ada.alerts == []
    await asyncio.gather(ada.reads("BTC one"), ada.reads("BTC two"))

    assert ada.alerts[0].at - bob.alerts[-1].at > 3
    assert (telegram.floods, telegram.impatient) == (1, 0)
    assert sorted(ada.titles) == sorted(bob.titles) == ["BTC one", "BTC two"]


async def test_an_answer_that_was_lost_means_one_repeat_with_its_number(
    new_hark: NewHark, telegram: TelegramServer, site: FeedServer
) -> None:
    """Not accepted: one message. Accepted and the answer lost: one repeat with the same number."""
    feed = site.feed("/news.xml")
    hark = new_hark(feeds=[feed.url])
    await hark.start()
    await hark.ready()
    names = ("refused", "cut before", "cut after", "502 after")
    people = {name: await watcher(telegram, "BTC", name=name) for name in names}
    await hark.polls(feed)

    telegram.fails(status=502, chat=people["refused"].chat)
    telegram.cuts_connection(after_accepting=False, chat=people["cut before"].chat)
    telegram.cuts_connection(after_accepting=True, chat=people["cut after"].chat)
    telegram.fails(status=502, after_accepting=True, chat=people["502 after"].chat)
    feed.publish("BTC")
    expected = {"refused": 1, "cut before": 1, "cut after": 2, "502 after": 2}
    await telegram.until(lambda: all(len(people[name].alerts) >= expected[name] for name in names), 30)
    feed.publish("BTC, the end")
    for someone in people.values():
        await someone.reads("BTC, the end")

    found = {name: someone.alerts[:-1] for name, someone in people.items()}
    assert {name: len(alerts) for name, alerts in found.items()} == expected
    for alerts in found.values():
        assert len({number(alert) for alert in alerts}) == 1
        assert "sent again" in alerts[-1].text


async def test_a_dead_feed_is_shown_in_words_and_comes_back(
    new_hark: NewHark, telegram: TelegramServer, site: FeedServer
) -> None:
    """/sources says since when and why a feed fails; when it heals, what appeared meanwhile is told."""
    feed = site.feed(f"/news.xml?key={FEED_SECRET}")
    well = site.feed("/well.xml", title="Well")
    hark = new_hark(feeds=[{"url": feed.url, "name": "Coin news"}, well.url])
    await hark.start()
    await hark.ready()
    ada = await watcher(telegram, "BTC")
    await hark.polls(feed, well)

    feed.fails(503, retry_after="3600")
    await hark.alive(feed.asked(len(feed.requests) + 3))  # at the configured pace, whatever the header says
    shown = (await ada.asks("/sources")).text
    assert "Coin news" in shown
    assert "failing since" in shown
    assert "because it answers with HTTP 503" in shown
    assert shown.count("failing since") == 1
    feed.publish("BTC in the dark")
    feed.heals()
    await ada.reads("BTC in the dark")
    assert "failing since" not in (await ada.asks("/sources")).text
    assert sum("source fails" in line for line in hark.err) == 1


async def test_sources_that_are_overdue_are_polled_within_five_seconds_of_the_start(
    new_hark: NewHark, telegram: TelegramServer, site: FeedServer
) -> None:
    """Every source is asked within five seconds of the start, and at its pace from then on."""
    feeds = [site.feed(f"/{index}.xml") for index in range(20)]
    hark = new_hark(feeds=[feed.url for feed in feeds])
    await hark.start()
    await hark.polls(*feeds, times=6)

    began = telegram.calls("getMe")[0].at  # the process lives and has begun its work
    assert max(feed.requests[0].at for feed in feeds) - began < 5

    for feed in feeds:
        gaps = [b.at - a.at for a, b in zip(feed.requests[1:], feed.requests[2:6], strict=False)]
        assert 0.7 < sum(gaps) / len(gaps) < 3.0  # a second, on a machine that may be busy


async def test_a_long_feed_of_news_keeps_the_order_and_the_limits_of_telegram(
    new_hark: NewHark, telegram: TelegramServer, site: FeedServer
) -> None:
    """Many alerts at once go out as fast as Telegram takes them, in order, none refused, answers first."""
    feed = site.feed("/news.xml")
    telegram.limits()
    hark = new_hark(feeds=[feed.url])
    await hark.start()
    await hark.ready()
    people = [await watcher(telegram, "BTC", name=f"Person {index}") for index in range(12)]
    late = person(telegram, "Late")
    await hark.polls(feed)

    for index in range(5):
        feed.publish(f"BTC {index}")
    await people[0].reads("BTC 0")
    answer = await late.asks("/watch ETH")
    await asyncio.gather(*(someone.chat.wait_for_count(6, 30) for someone in people))

    assert answer.at < max(alert.at for someone in people for alert in someone.alerts)
    for someone in people:
        assert [title(alert) for alert in someone.alerts] == [f"BTC {index}" for index in range(5)]
    assert telegram.floods == 0
