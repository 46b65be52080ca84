"""The whole path: somebody watches words, an entry appears, one well-made alert arrives."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta

from tests.endtoend.conftest import NewHark
from tests.endtoend.people import person, title, watcher
from tests.servers.feed_formats import Format
from tests.servers.feeds import FeedServer
from tests.servers.telegram import TelegramServer

UNDATED = b"""<?xml version="1.0"?><rss version="2.0"><channel><title>News</title>
<item><title>BTC without a date</title><link>https://news.example/undated</link></item></channel></rss>"""


async def test_a_watch_brings_one_alert_for_each_new_entry(
    new_hark: NewHark, telegram: TelegramServer, site: FeedServer
) -> None:
    """What a feed holds at first is silent; every new entry that says the words is one alert, at once."""
    feed = site.feed("/news.xml", title="Daily Chain")
    feed.publish("SamAltman spoke long ago")
    hark = new_hark(feeds=[feed.url])
    await hark.start()
    await hark.ready()
    ada = person(telegram)
    answer = await ada.asks("/watch SamAltman")
    assert "SamAltman" in answer.text
    await hark.polls(feed)

    entry = feed.publish("A walk with SamAltman", "<p>He said: <i>SamAltman</i> &amp; friends like tea.</p>")
    feed.publish("Nothing for anybody")
    alert = await ada.reads(entry)

    assert (entry.title, entry.link) in alert.links
    assert entry.title in alert.bold
    assert "SamAltman" in alert.bold
    assert "Daily Chain" in alert.text
    assert alert.spans("date_time")
    assert alert.text.splitlines()[-1] == "#SamAltman"
    assert alert.labels == ("Open", "Mute 24 h", "Why", "⋯")
    assert alert.button("Open").url == entry.link

    late = await watcher(telegram, "SamAltman", name="Late")
    feed.publish("samaltman again")
    await asyncio.gather(ada.reads("samaltman again"), late.reads("samaltman again"))
    assert ada.titles == ["A walk with SamAltman", "samaltman again"]
    assert len(ada.chat.messages) == 3
    assert late.titles == ["samaltman again"]


async def test_one_item_is_one_message_whatever_lists_it_and_whatever_it_hits(
    new_hark: NewHark, telegram: TelegramServer, site: FeedServer
) -> None:
    """Two feeds with one link are one alert; an alert names every watch of the chat that hit."""
    first, second = site.feed("/first.xml"), site.feed("/second.xml", form=Format.ATOM)
    hark = new_hark(feeds=[first.url, second.url])
    await hark.start()
    await hark.ready()
    ada = await watcher(telegram, "SamAltman", "#OpenAI", name="Ada")
    bob = await watcher(telegram, "OpenAI", name="Bob")
    await hark.polls(first, second)

    link = f"{site.url}/articles/7"
    first.publish("SamAltman leaves OpenAI", link=link)
    second.publish("SamAltman leaves OpenAI", link=f"{link}?utm_source=feed#top")
    second.publish("An OpenAI afterword")
    await asyncio.gather(ada.reads("An OpenAI afterword"), bob.reads("An OpenAI afterword"))
    first.publish("OpenAI, the end")
    await asyncio.gather(ada.reads("OpenAI, the end"), bob.reads("OpenAI, the end"))

    expected = {"SamAltman leaves OpenAI", "An OpenAI afterword", "OpenAI, the end"}
    assert sorted(ada.titles) == sorted(expected)
    assert sorted(bob.titles) == sorted(expected)
    both = await ada.reads("SamAltman leaves OpenAI")
    assert both.text.splitlines()[-1].split() == ["#SamAltman", "#OpenAI"]


async def test_a_title_is_shown_to_the_letter_and_styles_nothing(
    new_hark: NewHark, telegram: TelegramServer, site: FeedServer
) -> None:
    """Markup in a title that its feed calls plain text is shown as it is; HTML titles are read."""
    plain = site.feed("/plain.xml", form=Format.ATOM)
    json = site.feed("/feed.json", form=Format.JSON)
    hark = new_hark(feeds=[plain.url, json.url])
    await hark.start()
    await hark.ready()
    ada = await watcher(telegram, "tag")
    await hark.polls(plain, json)

    wild = 'The <b> tag & "</a>" <script>'
    plain.publish(wild)
    json.publish("A tag in <i>JSON</i>", "<p>tag</p>")
    plain.publish("The <em>HTML</em> tag &amp; more", title_is_html=True)
    for expected in (wild, "A tag in <i>JSON</i>", "The HTML tag & more"):
        alert = await ada.reads(expected)
        assert expected in alert.bold
        assert alert.text.splitlines()[0] == expected


async def test_the_age_of_an_entry_counts_from_its_date(
    new_hark: NewHark, telegram: TelegramServer, site: FeedServer
) -> None:
    """An entry older than max_age when found is not told; without a date or with a future one it is new."""
    feed = site.feed("/news.xml")
    hark = new_hark(feeds=[feed.url], alerts={"max_age": "48h"})
    await hark.start()
    await hark.ready()
    ada = await watcher(telegram, "BTC")
    await hark.polls(feed)

    now = datetime.now(UTC)
    feed.publish("BTC three days ago", published=now - timedelta(days=3))
    feed.publish("BTC yesterday", published=now - timedelta(days=1))
    feed.publish("BTC next year", published=now + timedelta(days=300))
    await asyncio.gather(ada.reads("BTC yesterday"), ada.reads("BTC next year"))
    feed.body = UNDATED
    await ada.reads("BTC without a date")
    feed.body = None

    assert await hark.terminate() == 0
    hark.configure(
        {
            "telegram": {"token": telegram.token, "base_url": telegram.base_url},
            "x": {"accounts": []},
            "polling": {"interval": "1s", "min_interval": "1s", "allow_networks": ["127.0.0.0/8"]},
            "feeds": [feed.url],
            "alerts": {"max_age": 0},
        }
    )
    feed.publish("BTC in old times", published=now - timedelta(days=2000))
    await hark.start()
    await ada.reads("BTC in old times")
    expected = ["BTC in old times", "BTC next year", "BTC without a date", "BTC yesterday"]
    assert sorted(ada.titles) == expected


async def test_unwatch_ends_at_once_and_the_buttons_work(
    new_hark: NewHark, telegram: TelegramServer, site: FeedServer
) -> None:
    """/unwatch takes the words with or without #; an alert's buttons mute and stop its watch."""
    feed = site.feed("/news.xml")
    hark = new_hark(feeds=[feed.url])
    await hark.start()
    await hark.ready()
    ada = await watcher(telegram, "#赵长鹏", name="Ada")
    bob = await watcher(telegram, "赵长鹏", name="Bob")
    cleo = await watcher(telegram, "赵长鹏", name="Cleo")
    dora = await watcher(telegram, "赵长鹏", name="Dora")
    await hark.polls(feed)

    feed.publish("币安创始人赵长鹏表示")
    for each in (ada, bob, cleo, dora):
        await each.reads("币安创始人赵长鹏表示")
    assert "赵长鹏" in (await ada.asks("/unwatch 赵长鹏")).text
    words = bob.alerts[0].text
    await bob.taps("⋯", bob.alerts[0])
    await telegram.until(lambda: "Stop this watch" in bob.alerts[0].labels)
    assert bob.alerts[0].text == words
    await bob.taps("Stop this watch", bob.alerts[0])
    await cleo.taps("Mute 24 h", cleo.alerts[0])
    await telegram.until(lambda: len(telegram.answers) >= 3)
    feed.publish("赵长鹏第二次")
    await dora.reads("赵长鹏第二次")
    feed.publish("赵长鹏第三次")
    await dora.reads("赵长鹏第三次")

    assert [len(each.alerts) for each in (ada, bob, cleo, dora)] == [1, 1, 1, 3]
    assert "赵长鹏" not in (await ada.asks("/list")).text
    assert all(answer.text for answer in telegram.answers[1:])  # after the one that opened the menu


async def test_each_chat_is_spoken_to_in_its_language(
    new_hark: NewHark, telegram: TelegramServer, site: FeedServer
) -> None:
    """Buttons and answers are English, Chinese or Italian as the person's Telegram is, until they choose."""
    feed = site.feed("/news.xml")
    hark = new_hark(feeds=[feed.url])
    await hark.start()
    await hark.ready()
    people = {
        code: await watcher(telegram, "BTC", language=code, name=code)
        for code in ("en", "zh-hans", "it", "pt")
    }
    await hark.polls(feed)

    feed.publish("BTC!")
    labels = {code: (await someone.reads("BTC!")).labels for code, someone in people.items()}
    assert labels["en"] == labels["pt"] == ("Open", "Mute 24 h", "Why", "⋯")
    assert len(set(labels.values())) == 3
    answers = {code: someone.chat.messages[0].text for code, someone in people.items()}
    assert len(set(answers.values())) == 3

    await people["en"].asks("/lang it")
    feed.publish("BTC?")
    assert (await people["en"].reads("BTC?")).labels == labels["it"]


async def test_words_are_taken_as_people_type_them(new_hark: NewHark, telegram: TelegramServer) -> None:
    """Commands work with @name and over lines; what is no command gets one line of help."""
    hark = new_hark()
    await hark.start()
    await hark.ready()
    ada = person(telegram)

    assert "BTC" in (await ada.asks("/watch@hark_bot BTC")).text
    assert "ETH" in (await ada.asks("/watch\nETH")).text
    both = await ada.asks("/watch SOL\nDOT")
    assert "SOL" in both.text
    assert "DOT" in both.text
    assert "\n" not in (await ada.asks("hello there")).text
    assert "\n" not in (await ada.asks("/nonsense")).text
    wrong = await ada.asks("/watch (BTC OR")
    assert wrong.spans("code")
    assert "Did you mean" in wrong.text
    listed = (await ada.asks("/list")).text
    assert [words for words in ("BTC", "ETH", "SOL", "DOT") if words not in listed] == []


async def test_a_restart_forgets_nothing(
    new_hark: NewHark, telegram: TelegramServer, site: FeedServer
) -> None:
    """After a restart nothing is told twice, what appeared and was said meanwhile is told and answered."""
    feed = site.feed("/news.xml")
    hark = new_hark(feeds=[feed.url])
    await hark.start()
    await hark.ready()
    ada = await watcher(telegram, "BTC")
    await hark.polls(feed)
    feed.publish("BTC before")
    await ada.reads("BTC before")
    assert await hark.terminate() == 0

    feed.publish("BTC meanwhile")
    polled = len(feed.requests)
    await ada.chat.says(ada.user, "/watch ETH")
    await ada.chat.says(ada.user, "/watch DOT")
    await hark.start()
    await ada.chat.wait_for(lambda message: "DOT" in message.text, timeout=30)
    await ada.reads("BTC meanwhile", timeout=5)
    await hark.alive(feed.asked(polled + 2))
    feed.publish("ETH after")
    await ada.reads("ETH after")

    assert ada.titles == ["BTC before", "BTC meanwhile", "ETH after"]
    answers = [message.text for message in ada.chat.messages if message not in ada.alerts]
    assert [next(word for word in ("BTC", "ETH", "DOT") if word in text) for text in answers] == [
        "BTC",
        "ETH",
        "DOT",
    ]


async def test_a_feed_that_leaves_the_configuration_is_left_alone(
    new_hark: NewHark, telegram: TelegramServer, site: FeedServer
) -> None:
    """A removed feed is not asked any more; when it comes back its old entries are still known."""
    kept, removed = site.feed("/kept.xml"), site.feed("/removed.xml")
    hark = new_hark(feeds=[kept.url, removed.url])
    await hark.start()
    await hark.ready()
    ada = await watcher(telegram, "BTC")
    await hark.polls(kept, removed)
    removed.publish("BTC one")
    await ada.reads("BTC one")
    assert await hark.terminate() == 0

    asked, polled = len(removed.requests), len(kept.requests)
    again = new_hark(feeds=[kept.url])
    await again.start()
    await again.alive(kept.asked(polled + 3))
    assert len(removed.requests) == asked
    assert await again.terminate() == 0

    removed.publish("BTC two")
    await (third := new_hark(feeds=[kept.url, removed.url])).start()
    await ada.reads("BTC two")
    await third.alive(removed.asked(asked + 2))
    kept.publish("BTC three")
    await ada.reads("BTC three")
    assert ada.titles == ["BTC one", "BTC two", "BTC three"]
    assert await third.terminate() == 0


async def test_what_was_forgotten_for_long_is_new_again(
    new_hark: NewHark, telegram: TelegramServer, site: FeedServer
) -> None:
    """Retention counts from when an entry was last listed: what a feed still lists is never told again."""
    feed = site.feed("/news.xml")
    hark = new_hark(feeds=[feed.url], alerts={"retention": "1s"})
    await hark.start()
    await hark.ready()
    ada = await watcher(telegram, "BTC")
    await hark.polls(feed)
    stays = feed.publish("BTC stays")
    goes = feed.publish("BTC goes")
    await asyncio.gather(ada.reads(stays), ada.reads(goes))
    feed.lists((stays,))
    await hark.alive(feed.asked(len(feed.requests) + 4))
    await hark.restart()
    await hark.alive(feed.asked(len(feed.requests) + 2))

    feed.lists((goes, stays))
    await telegram.until(lambda: len(ada.alerts) == 3)

    assert [title(alert) for alert in ada.alerts].count("BTC stays") == 1
