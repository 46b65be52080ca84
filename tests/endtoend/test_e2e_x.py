"""X from end to end: posts become alerts, limits are obeyed, trouble there stops nothing here."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from tests.endtoend.conftest import X_TOKEN, NewHark
from tests.endtoend.people import person, watcher
from tests.servers.feeds import FeedServer
from tests.servers.telegram import TelegramServer
from tests.servers.x import XServer
from tests.servers.x_accounts import XPost
from tests.servers.x_behaviour import ASSUMED
from tests.servers.x_parameters import SEARCH

ITEM = """<item><title>{text}</title><description>&lt;p&gt;{text}&lt;/p&gt;</description>
<guid isPermaLink="false">{number}</guid><link>http://nitter.example/sama/status/{number}#m</link></item>"""


def settings(x: XServer, *accounts: str, token: str = X_TOKEN) -> dict[str, object]:
    """Return the section of the configuration for X on loopback, polled every second."""
    return {"bearer_token": token, "base_url": x.url, "accounts": list(accounts), "interval": "1s"}


async def test_a_post_becomes_an_alert(new_hark: NewHark, telegram: TelegramServer, x: XServer) -> None:
    """What accounts posted before is silent; a new post is one alert with its text, @handle and link."""
    x.account("sama", "Sam Altman")
    x.account("cz_binance", "CZ")
    x.posts("sama", "An old thought about BTC")
    hark = new_hark(x=settings(x, "sama", "cz_binance"))
    await hark.start()
    await hark.ready()
    ada = await watcher(telegram, "BTC", "thought")
    await hark.alive(x.asked(2))

    post = x.posts("sama", "A new thought about <b>BTC</b> & more")
    x.posts("cz_binance", "Nothing for anybody")
    alert = await ada.reads("A new thought about <b>BTC</b> & more")

    assert alert.links[0] == ("A new thought about <b>BTC</b> & more", f"https://x.com/sama/status/{post.id}")
    assert "Sam Altman · @sama" in alert.text
    assert alert.text.splitlines()[-1].split() == ["#BTC", "#thought"]
    assert {asked.token for asked in x.requests} == {X_TOKEN}
    assert await hark.terminate() == 0
    while_down = x.posts("cz_binance", "BTC while Hark was down")
    await hark.start()
    again = await ada.reads("BTC while Hark was down")
    assert again.links[0][1] == f"https://x.com/cz_binance/status/{while_down.id}"
    assert len(ada.alerts) == 2


async def test_limits_and_trouble_of_x_are_obeyed_and_stop_no_feed(
    new_hark: NewHark, telegram: TelegramServer, site: FeedServer, x: XServer
) -> None:
    """After 429 X is asked within 5 s of the reset and not before, after a 503 within 15 s; feeds go on."""
    x.account("sama")
    feed = site.feed("/news.xml")
    hark = new_hark(x=settings(x, "sama"), feeds=[feed.url])
    await hark.start()
    await hark.ready()
    ada = await watcher(telegram, "BTC")
    await hark.alive(x.asked(2))
    await hark.polls(feed)

    reset = datetime.now(UTC).replace(microsecond=0) + timedelta(seconds=8)
    x.rate_limited(reset)
    count = len(x.asked_so_far(SEARCH))
    await hark.alive(x.asked(count + 1))  # refused
    x.posts("sama", "BTC posted in the pause")
    feed.publish("BTC in a feed")
    await ada.reads("BTC in a feed")
    assert len(x.asked_so_far(SEARCH)) == count + 1
    following = (await hark.alive(x.asked(count + 2)))[count + 1]
    assert timedelta(0) <= following.at - reset < timedelta(seconds=5)
    await ada.reads("BTC posted in the pause")

    x.fails(503)
    count = len(x.asked_so_far(SEARCH))
    refused = (await hark.alive(x.asked(count + 1)))[count]
    following = (await hark.alive(x.asked(count + 2)))[count + 1]
    assert following.at - refused.at < timedelta(seconds=15)
    x.posts("sama", "BTC after the trouble")
    await ada.reads("BTC after the trouble")
    assert sorted(ada.titles) == ["BTC after the trouble", "BTC in a feed", "BTC posted in the pause"]


async def test_a_post_that_comes_both_ways_is_one_alert(
    new_hark: NewHark, telegram: TelegramServer, site: FeedServer, x: XServer
) -> None:
    """Money runs out, a Nitter-style feed stands in, money comes back: each post is one alert."""
    x.account("sama")
    feed = {"feeds": [f"{site.url}/{{handle}}/rss"]}
    hark = new_hark(x=settings(x, "sama") | feed)
    listed: list[XPost] = []

    def posts(text: str) -> None:
        listed.append(x.posts("sama", text))
        items = "".join(ITEM.format(text=each.whole, number=each.id) for each in listed)
        site.page("/sama/rss", f'<rss version="2.0"><channel>{items}</channel></rss>', "application/rss+xml")

    await hark.start()
    await hark.ready()
    ada = await watcher(telegram, "BTC")
    await hark.alive(x.asked(2))
    posts("BTC paid for")
    await ada.reads("BTC paid for")

    x.out_of_credits()
    posts("BTC while nobody pays")
    await ada.reads("BTC while nobody pays")
    x.pays()
    posts("BTC paid for again")
    await ada.reads("BTC paid for again")
    await hark.alive(x.asked(len(x.asked_so_far(SEARCH)) + 2))

    assert sorted(ada.titles) == ["BTC paid for", "BTC paid for again", "BTC while nobody pays"]
    assert x.billed.posts == 3


async def test_a_kill_between_two_pages_loses_nothing_and_pays_nothing_twice(
    new_hark: NewHark, telegram: TelegramServer
) -> None:
    """Killed when two of four pages have come: each of the eight posts is one alert, and paid for once."""
    async with XServer(behaviour=replace(ASSUMED, most_on_page=2, lag=timedelta(0))) as x:
        x.account("sama")
        hark = new_hark(x=settings(x, "sama"))
        await hark.start()
        await hark.ready()
        ada = await watcher(telegram, "BTC")
        await hark.alive(x.asked(2))
        assert await hark.terminate() == 0
        texts = [f"BTC thought {number}" for number in range(8)]
        for text in texts:
            x.posts("sama", text)
        before = len(x.asked_so_far(SEARCH))
        x.after_next(lambda: x.after_next(lambda: x.hangs(route=SEARCH), route=SEARCH), route=SEARCH)
        await hark.start()
        await hark.alive(x.asked(before + 3, SEARCH))
        await hark.kill()
        await hark.start()
        for text in texts:
            await ada.reads(text)

        assert sorted(ada.titles) == texts
        assert x.billed.posts == len(texts)


async def test_a_wrong_x_token_is_one_line_and_feeds_go_on(
    new_hark: NewHark, telegram: TelegramServer, site: FeedServer, x: XServer
) -> None:
    """Credentials that X refuses are said in one line that names the key; mended, a restart suffices."""
    x.account("sama")
    feed = site.feed("/news.xml")
    wrong = "AAAA-wrong-bearer-of-x"
    hark = new_hark(x=settings(x, "sama", token=wrong), feeds=[feed.url])
    await hark.start()
    await hark.ready()
    ada = await watcher(telegram, "BTC")
    await hark.logs("x.bearer_token")
    await hark.polls(feed)

    feed.publish("BTC in a feed")
    await ada.reads("BTC in a feed")
    shown = (await ada.asks("/sources")).text
    assert "X does not accept our access token" in shown
    [said] = [line for line in hark.err if "x.bearer_token" in line]
    assert "https://console.x.com" in said
    assert wrong not in hark.said + shown

    assert await hark.terminate() == 0
    mended = new_hark(x=settings(x, "sama"), feeds=[feed.url])
    await mended.start()
    await mended.alive(x.asked(2))
    x.posts("sama", "BTC with the right token")
    await ada.reads("BTC with the right token")


async def test_what_is_no_x_token_leaves_x_out_and_everything_else_runs(
    new_hark: NewHark, telegram: TelegramServer, site: FeedServer, x: XServer
) -> None:
    """A token that cannot be one is said in one line with the key and the page, and never sent anywhere."""
    feed = site.feed("/news.xml")
    wrong = "Bearer AAAA-copied-with-its-name"
    hark = new_hark(x=settings(x, "sama", token=wrong), feeds=[feed.url])
    await hark.start()
    await hark.ready()
    ada = await watcher(telegram, "BTC")
    await hark.polls(feed)

    feed.publish("BTC in a feed")
    await ada.reads("BTC in a feed")
    shown = (await ada.asks("/sources")).text

    assert "X: Hark has no valid access token for X, since" in shown
    [said] = [line for line in hark.err if "x.bearer_token" in line]
    assert "not a token as X shows it" in said
    assert "https://console.x.com" in said
    assert "AAAA" not in hark.said + shown
    assert x.requests == []


async def test_a_budget_of_nothing_is_said_and_a_raised_one_reads_on(
    new_hark: NewHark, telegram: TelegramServer, x: XServer
) -> None:
    """With `x.budget: 0` nothing is paid, /sources and the operator's notice say why; raised, posts come."""
    x.account("sama", "Sam Altman")
    ada = person(telegram)
    operators = {"token": telegram.token, "base_url": telegram.base_url, "admins": [ada.user.id]}
    hark = new_hark(x=settings(x, "sama") | {"budget": "0"}, telegram=operators)
    await hark.start()
    await hark.ready()
    await ada.asks("/watch BTC")
    await hark.logs("x.budget: used up")
    await ada.chat.wait_for(lambda message: "X is not read until" in message.text)

    shown = (await ada.asks("/sources")).text
    assert "X: the budget for X is used up, since" in shown
    status = (await ada.asks("/status")).text
    assert "Spent: $0.00 of $0.00" in status
    assert "Not read since" in status
    assert x.billed.posts == 0

    assert await hark.terminate() == 0
    hark = new_hark(x=settings(x, "sama") | {"budget": "10 USD"}, telegram=operators)
    await hark.start()
    await hark.alive(x.asked(2))
    x.posts("sama", "BTC once there is money")
    await ada.reads("BTC once there is money")
    told = [message.text for message in ada.chat.messages]
    assert sum("X has cost $0.00 of $0.00: X is not read until" in text for text in told) == 1
