"""/follow: feeds, pages, X accounts, and everything that can be wrong with an address."""

from __future__ import annotations

import asyncio

import pytest

from tests.endtoend.conftest import FEED_SECRET, X_TOKEN, NewHark
from tests.endtoend.hark import FAST, now
from tests.endtoend.people import person, watcher
from tests.servers.feeds import FeedServer
from tests.servers.telegram import TelegramServer
from tests.servers.x import XServer

WORDS, EVERYTHING = "Only my words", "Everything"


@pytest.mark.parametrize(
    ("language", "words", "everything"),
    [
        ("en", WORDS, EVERYTHING),
        ("zh-hans", "只要我的关键词", "全部内容"),
        ("it", "Solo le mie parole", "Tutto"),
    ],
)
async def test_a_followed_feed_asks_what_to_send(
    new_hark: NewHark, telegram: TelegramServer, site: FeedServer, language: str, words: str, everything: str
) -> None:
    """/follow asks in the chat's language; the source serves that chat alone, for its words or everything."""
    feed = site.feed("/own.xml", title="Own news")
    feed.publish("BTC of old")
    hark = new_hark()
    await hark.start()
    await hark.ready()
    ada = await watcher(telegram, "BTC", name="Ada", language=language)
    bob = await watcher(telegram, "BTC", name="Bob")

    question = await ada.asks(f"/follow {feed.url}")
    assert "Own news" in question.text
    assert {words, everything} <= set(question.labels)
    await ada.taps(words, question)
    feed.publish("Nothing of interest")
    feed.publish("BTC one")
    await ada.reads("BTC one")
    await ada.taps(everything, question)
    await ada.chat.wait_for(lambda message: message is question and len(message.edits) >= 2)
    feed.publish("Anything at all")
    await ada.reads("Anything at all")
    feed.publish("BTC two")
    await ada.reads("BTC two")

    assert ada.titles == ["BTC one", "Anything at all", "BTC two"]
    assert bob.alerts == []


async def test_a_page_leads_to_its_feed_and_unfollow_ends_it(
    new_hark: NewHark, telegram: TelegramServer, site: FeedServer
) -> None:
    """/follow of a web page finds the feed it names; /unfollow ends it and its polls."""
    feed = site.feed("/blog/atom.xml", title="The blog")
    page = site.page(
        "/blog/",
        '<html><head><link rel="alternate" type="application/rss+xml" href="atom.xml"></head></html>',
    )
    hark = new_hark()
    await hark.start()
    await hark.ready()
    ada = person(telegram)

    question = await ada.asks(f"/follow {page}")
    assert "The blog" in question.text
    await ada.taps(EVERYTHING, question)
    feed.publish("First post")
    await ada.reads("First post")
    assert "The blog" in (await ada.asks("/sources")).text
    assert "The blog" in (await ada.asks(f"/unfollow {feed.url}")).text
    assert "The blog" not in (await ada.asks("/sources")).text


async def test_an_account_of_x_can_be_followed(
    new_hark: NewHark, telegram: TelegramServer, x: XServer
) -> None:
    """/follow takes an X account by name or profile, says what all of it costs, and when there is none."""
    x.account("sama", "Sam Altman")
    x.posts("sama", "An old post")
    hark = new_hark(x={"accounts": [], "bearer_token": X_TOKEN, "base_url": x.url, "interval": "1s"})
    await hark.start()
    await hark.ready()
    ada = person(telegram)

    question = await ada.asks("/follow https://x.com/sama")
    assert "sama" in question.text
    await ada.taps(EVERYTHING, question)
    price = await ada.chat.wait_for(lambda message: "a month" in message.text)
    assert "Everything of @sama would cost about $0.02 a month." in price.text
    await ada.taps(EVERYTHING, price)
    await hark.alive(x.asked(2))
    post = x.posts("sama", "We have a new model today.")
    alert = await ada.reads("We have a new model today.")
    assert "@sama" in alert.text
    assert f"https://x.com/sama/status/{post.id}" in {url for _, url in alert.links}
    assert "does not exist" in (await ada.asks("/follow @nobody_here")).text


async def test_every_ill_source_is_named(
    new_hark: NewHark, telegram: TelegramServer, site: FeedServer
) -> None:
    """/follow says within its time what is wrong, keeps the source and shows it in /sources."""
    hanging, huge, circle, other = (site.feed(path) for path in ("/hangs", "/huge", "/circle", "/other"))
    keyed = site.feed(f"/keyed?key={FEED_SECRET}")
    keyed.fails(503)
    hanging.hangs()
    huge.body = b" " * 2_000_000
    circle.redirects_to(other.url)
    other.redirects_to(circle.url)
    page = site.page("/page.html", "<html><head></head><body>Nothing here</body></html>")
    async with FeedServer() as closed:
        gone = closed.url
    hark = new_hark(polling=FAST | {"timeout": "2s", "max_bytes": "1MiB"})
    await hark.start()
    await hark.ready()
    wrong = {
        f"{site.url}/nowhere": "HTTP 404",
        keyed.url: "HTTP 503",
        hanging.url: "it took too long to answer",
        huge.url: "it is too big",
        circle.url: "in a circle",
        page: "it is not a feed",
        "http://127.0.0.1:9/": "this is not a web address",  # a port that no browser opens
        f"{gone}/feed.xml": "it cannot be reached",
    }
    people = {url: person(telegram, f"Person {index}") for index, url in enumerate(wrong)}

    began = now()
    answers = await asyncio.gather(*(someone.asks(f"/follow {url}") for url, someone in people.items()))

    assert now() - began < 2 + 5 + 2  # the time-out, what the issue adds, a busy machine
    said = dict(zip(wrong, (answer.text for answer in answers), strict=True))
    assert [(url, said[url]) for url, reason in wrong.items() if reason not in said[url]] == []
    kept = {url: someone for url, someone in people.items() if "cannot be followed" not in said[url]}
    assert len(kept) == len(people) - 1
    shown = {url: (await someone.asks("/sources")).text for url, someone in kept.items()}
    assert [url for url, text in shown.items() if "failing since" not in text or "because" not in text] == []


async def test_a_private_address_is_refused_before_it_is_dialled(
    new_hark: NewHark, telegram: TelegramServer, site: FeedServer
) -> None:
    """Where no network is opened loopback is refused and not kept; a configured feed there is not dialled."""
    feed, configured = site.feed("/own.xml"), site.feed("/configured.xml")
    hark = new_hark(feeds=[configured.url], polling={"allow_networks": []})
    await hark.start()
    await hark.ready()
    ada = person(telegram)

    for address in (
        feed.url,
        feed.url.replace("127.0.0.1", "localhost"),
        "http://[::1]/feed",
        "http://10.1.2.3/",
    ):
        assert "the address is not public" in (await ada.asks(f"/follow {address}")).text
    listed = (await ada.asks("/sources")).text

    assert "own.xml" not in listed
    assert "the address is not public" in listed
    assert feed.requests == configured.requests == []
    assert "neither a web address" in (await ada.asks("/follow what is this")).text


async def test_a_list_that_is_sent_is_followed(
    new_hark: NewHark, telegram: TelegramServer, site: FeedServer
) -> None:
    """An OPML file dropped into the chat is followed; what its feeds say then is an alert."""
    feed, gone = site.feed("/one.xml", title="One"), site.url + "/gone.xml"
    hark = new_hark()
    await hark.start()
    await hark.ready()
    ada = await watcher(telegram, "BTC")
    listed = f'<opml><body><outline xmlUrl="{feed.url}"/><outline text="Gone" xmlUrl="{gone}"/></body></opml>'

    await ada.chat.sends_file(ada.user, "feeds.opml", listed.encode())
    report = await ada.chat.wait_for(lambda message: "new sources" in message.text)
    feed.publish("BTC one")
    await ada.reads("BTC one")

    assert "⚠️ Gone is followed, but cannot be read now" in report.text
    assert "✓ " in report.text
    assert telegram.violations == []
