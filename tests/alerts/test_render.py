"""What an alert looks like in the chat, whatever a feed writes into it."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from alerts.render import render_alert
from model import Chat, ChatKind, Entry, NamedHit
from tests.alerts.drawing import NOW, URL, Scene, entity, links, seen, shipped
from tests.servers.telegram_links import checked_link

STORY = Entry(
    url=URL,
    title="OpenAI changes course",
    text=(
        "The company met on Monday. In the end Sam Altman said that nothing changes for users. "
        "Later, samaltman wrote that he was tired. " + "More of the story follows here. " * 20
    ),
    author="Jane Doe",
    published=NOW - timedelta(minutes=4),
)
POST = Entry(
    guid="x:1846987139428634956",
    url="https://x.com/cz_binance/status/1846987139428634956",
    text="4",
    author="@cz_binance",
    published=NOW,
)


def test_an_alert_reads_like_news() -> None:
    """An alert is title, source with time and number, the words around the hit, and the watch's hashtag."""
    shown = Scene(STORY).shown()

    title, meta, context, names = shown.text.split("\n")
    assert title == "OpenAI changes course"
    assert meta == "CoinDesk · Jane Doe · Apr 17 13:59 UTC · № 1234"
    assert context.startswith("In the end Sam Altman said that nothing changes for users.")
    assert names == "#SamAltman"
    assert len(context) <= 200


def test_the_title_is_bold_and_leads_to_the_story() -> None:
    """A tap on the title opens the article, with the address as the feed gives it."""
    shown = Scene(STORY).shown()

    assert shown.spans("bold")[0] == "OpenAI changes course"
    assert links(shown) == {"OpenAI changes course": URL}


def test_a_client_that_knows_no_times_shows_the_chat_s_own() -> None:
    """Where a chat has chosen its zone the fallback is that clock's, without a "UTC"."""
    shown = Scene(STORY, chat=Chat(7, ChatKind.PRIVATE, zone="Asia/Tokyo")).shown()

    assert shown.text.split("\n")[1] == "CoinDesk · Jane Doe · Apr 17 22:59 · № 1234"


def test_a_chat_without_buttons_keeps_open() -> None:
    """A chat that wants no buttons under alerts still has the one that opens the story."""
    message = Scene(STORY, chat=Chat(7, ChatKind.PRIVATE, buttons=False)).message()

    assert [button.label for row in message.buttons for button in row] == ["Open"]


def test_every_hit_in_the_context_is_bold() -> None:
    """The eye finds the word at once, however it is spelt there."""
    shown = Scene(STORY).shown()

    assert shown.spans("bold")[1:] == ("Sam Altman", "samaltman")


def test_chinese_hits_are_bold_in_either_script() -> None:
    """A watch for 赵长鹏 marks 趙長鵬 too, and the context begins with a sentence."""
    text = "据报道，市场上涨。赵长鹏表示，这只是开始。趙長鵬还说，AI投资将继续增长。"
    shown = Scene(Entry(url=URL, title="比特币大涨", text=text), ("#赵长鹏",)).shown()

    assert shown.spans("bold") == ("比特币大涨", "赵长鹏", "趙長鵬")
    assert shown.text.split("\n")[2] == text.partition("。")[2]
    assert shown.spans("hashtag") == ("#赵长鹏",)


def test_the_time_is_shown_in_the_reader_s_own_words() -> None:
    """Telegram shows "4 minutes ago" in the reader's language and zone."""
    shown = Scene(STORY).shown()

    time = entity(shown, "date_time")
    assert time.unix_time == int((NOW - timedelta(minutes=4)).timestamp())
    assert time.date_time_format == "r"


@pytest.mark.parametrize(
    "published",
    [None, NOW + timedelta(hours=3), datetime(2099, 1, 1, tzinfo=UTC), datetime(1970, 1, 1, tzinfo=UTC)],
)
def test_a_date_that_cannot_be_is_the_time_it_was_found(published: datetime | None) -> None:
    """A story dated 2099, 1970 or not at all shows when Hark found it."""
    found = NOW - timedelta(minutes=1)
    shown = Scene(Entry(url=URL, title="Sam Altman", published=published), found=found).shown()

    assert entity(shown, "date_time").unix_time == int(found.timestamp())


def test_a_date_of_another_year_says_which() -> None:
    """An entry of 2012 does not look like one of this spring, also where Telegram does not count the time."""
    shown = Scene(Entry(url=URL, title="Sam Altman", published=datetime(2012, 3, 5, 8, tzinfo=UTC))).shown()

    assert "Mar 5, 2012 08:00 UTC" in shown.text


# What the text adds.


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Sam Altman resigns",
        "SAM ALTMAN  RESIGNS.",
        "Sam Altman resigns  CoinDesk",
        "\u200b \u2060",
        " — ",
    ],
)
def test_a_text_that_repeats_the_title_is_not_shown(text: str) -> None:
    """Nobody reads the same line twice."""
    shown = Scene(Entry(url=URL, title="Sam Altman resigns", text=text)).shown()

    assert len(shown.text.split("\n")) == 3


def test_a_text_that_begins_with_the_title_goes_on_after_it() -> None:
    """The context is what the title has not said yet, its first sign included."""
    text = "Sam Altman resigns: #OpenAI is looking for a new chief."
    shown = Scene(Entry(url=URL, title="Sam Altman resigns", text=text)).shown()

    assert shown.text.split("\n")[2] == "#OpenAI is looking for a new chief."


def test_a_hit_in_the_title_alone_shows_how_the_text_begins() -> None:
    """When only the title holds the word, the first sentences say what it is about."""
    text = "A first sentence of some length stands here. " * 3 + "And " * 200
    shown = Scene(Entry(url=URL, title="Sam Altman", text=text)).shown()

    assert shown.text.split("\n")[2] == ("A first sentence of some length stands here. " * 3).strip()


def test_a_hit_deep_in_a_text_is_shown_with_what_stands_around_it() -> None:
    """The context begins and ends between words and says that it was cut."""
    text = "lorem ipsum " * 100 + "Sam Altman " + "dolor sit " * 100
    context = Scene(Entry(url=URL, title="T", text=text)).shown().text.split("\n")[2]

    assert re.fullmatch(r"…(lorem |ipsum )+Sam Altman (dolor |sit )+(dolor|sit)…", context)
    assert len(context) <= 200


def test_a_hit_that_is_no_word_is_bold_too() -> None:
    """A watch for C++ marks exactly that."""
    shown = Scene(Entry(url=URL, title="News", text="They wrote it in C++ then."), ("C++",)).shown()

    assert shown.spans("bold")[-1] == "C++"


def test_three_hundred_hits_stay_within_what_telegram_styles() -> None:
    """A text that says nothing else is still shown."""
    post = Entry(guid="x:1", url=POST.url, text="A line.\n" + "Sam Altman, " * 300, author="@sama")
    shown = Scene(post).shown()

    assert shown.text.count("Sam Altman") == 300
    assert shown.spans("bold").count("Sam Altman") >= 30


# Posts and entries without a title.


def test_a_post_shows_its_text_its_author_and_its_link() -> None:
    """A post's text stands in the title's place; its author is named once and leads to X."""
    shown = Scene(POST, ("@cz_binance",), source="@cz_binance").shown()

    assert shown.text == "4\n@cz_binance · Apr 17 14:03 UTC · № 1234\n#cz_binance"
    assert links(shown) == {"4": POST.url, "@cz_binance": "https://x.com/cz_binance"}


def test_a_post_keeps_its_lines_and_only_the_first_is_bold() -> None:
    """A thread-like post reads as it was written."""
    text = "Building.\n\nSam Altman and I spoke.\nGood."
    shown = Scene(Entry(guid="x:1", url=POST.url, text=text, author="@a")).shown()

    assert shown.text.startswith(text)
    assert shown.spans("bold") == ("Building.", "Sam Altman")


def test_a_long_paragraph_is_bold_for_a_sentence_or_two() -> None:
    """A wall of bold text helps nobody; not a letter of the post is lost."""
    text = "One sentence of a long post stands here. " * 40 + "Sam Altman."
    shown = Scene(Entry(guid="x:1", url=POST.url, text=text, author="@a")).shown()

    assert shown.text.startswith(text)
    assert len(shown.spans("bold")[0]) <= 300
    assert shown.spans("bold")[0].endswith("here.")


def test_a_long_entry_without_title_is_shortened_but_shows_the_hit() -> None:
    """A feed without titles may hold whole articles: its beginning and the words around the hit are shown."""
    text = "An ordinary sentence. " * 200 + "Here Sam Altman spoke. " + "And on it goes. " * 200
    shown = Scene(Entry(url=URL, text=text)).shown()

    assert len(shown.text) < 1600
    assert "Here Sam Altman spoke." in shown.text


def test_an_entry_of_nothing_is_still_an_alert() -> None:
    """An entry without title and text is named "Untitled" and linked."""
    shown = Scene(Entry(url=URL, title="\u200d\u3164", text="\u2800"), ()).shown()

    assert links(shown) == {"Untitled": URL}


# Watches.


def test_all_watches_that_hit_are_named_once() -> None:
    """One message names every watch, and each hashtag once."""
    entry = Entry(url=URL, title="赵长鹏 meets Sam Altman")
    shown = Scene(entry, ("#赵长鹏", "赵长鹏", "SamAltman", '"sam altman"')).shown()

    assert shown.text.split("\n")[-1] == "#赵长鹏 #SamAltman #sam_altman"


def test_a_hundred_watches_leave_room_for_the_title() -> None:
    """Many long watches hit and the message still holds title, names and how many more there are."""
    words = [f"{'word' * 15}{number}" for number in range(100)]
    title = "The title. " * 50 + " ".join(words)
    shown = Scene(Entry(url=URL, title=title), tuple(words)).shown()

    assert shown.text.startswith("The title. " * 50)
    assert re.search(r"#\w+ \+\d+$", shown.text)


@pytest.mark.parametrize("query", ['"unclosed (', "-only", "$$$"])
def test_a_query_without_a_hashtag_is_named_by_its_words(query: str) -> None:
    """A watch that an older Hark took, or one of signs alone, is shown as it was written."""
    alert = Scene(STORY).alert()
    hits = (NamedHit(7, query),)
    alert = replace(alert, delivery=replace(alert.delivery, hits=hits))

    shown = seen(render_alert(alert, shipped().text("en"), NOW))

    assert shown.text.endswith(f"\n{query}")


def test_a_followed_source_says_why() -> None:
    """Who follows everything of a source sees that, and no watch to stop."""
    message = Scene(STORY, ()).message()

    assert seen(message).text.endswith("\nEverything from this source")
    assert [button.label for row in message.buttons for button in row] == ["Open", "Why", "⋯"]


# Buttons and options.


def test_the_buttons_name_one_watch() -> None:
    """One watch hit: its own mute; all else stands behind ⋯."""
    (row,) = Scene(STORY).message().buttons

    assert [(button.label, button.data, button.url) for button in row] == [
        ("Open", "", URL),
        ("Mute 24 h", "m:7", ""),
        ("Why", "y:1234", ""),
        ("⋯", "am:1234", ""),
    ]


def test_the_buttons_ask_which_of_several_watches() -> None:
    """Several watches hit: the buttons name the alert."""
    (row,) = Scene(Entry(url=URL, title="赵长鹏 Sam Altman"), ("赵长鹏", "SamAltman")).message().buttons

    assert [button.data for button in row[1:]] == ["ma:1234", "y:1234", "am:1234"]


def test_a_channel_has_no_buttons_for_readers() -> None:
    """Readers of a channel can open the story and nothing else."""
    (row,) = Scene(STORY, chat=Chat(-100, ChatKind.CHANNEL)).message().buttons

    assert [button.label for button in row] == ["Open"]


@pytest.mark.parametrize(
    ("language", "labels"),
    [
        ("zh-CN", ["打开", "静音 24 小时", "原因", "⋯"]),
        ("zh-TW", ["開啟", "靜音 24 小時", "原因", "⋯"]),
        ("it", ["Apri", "Silenzia 24 h", "Perché", "⋯"]),
        ("ru", ["Открыть", "Тихо 24 ч", "Почему", "⋯"]),
    ],
)
def test_the_buttons_speak_the_chat_s_language(language: str, labels: list[str]) -> None:
    """A Chinese chat has Chinese buttons."""
    rows = Scene(STORY, chat=Chat(1, ChatKind.PRIVATE, language=language)).message().buttons

    assert [button.label for row in rows for button in row] == labels


def test_previews_and_silence_are_the_chat_s_choice() -> None:
    """No preview and a sound unless the chat said otherwise."""
    usual = Scene(STORY).message()
    chosen = Scene(STORY, chat=Chat(1, ChatKind.PRIVATE, previews=True, silent=True)).message()

    assert (usual.preview_url, usual.silent) == ("", False)
    assert (chosen.preview_url, chosen.silent) == (URL, True)


def test_a_repeat_says_so() -> None:
    """An alert that may have arrived before is recognisable by its number and says why it comes again."""
    shown = Scene(STORY, uncertain=True).shown()

    assert "№ 1234 · sent again after an interruption, you may have it already" in shown.text


# What a feed may try.


@pytest.mark.parametrize(
    "title",
    [
        "Sam Altman <b>wins</b> & <script>alert(1)</script>",
        'Sam Altman [x](tg://user?id=1) *bold* _it_ `code` "q"',
        "Sam Altman &lt;b&gt; &nbsp; &#39; </a></b>",
        "Sam Altman 👩‍👩‍👧‍👦 🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f ❤️ می‌خواهم",
        "Sam Altman /stop @durov t.me/joinchat/x #tag $BTC",
    ],
)
def test_a_title_is_shown_to_the_letter(title: str) -> None:
    """Whatever a title says it is only text, in bold, and a tap on it opens the story."""
    shown = Scene(Entry(url=URL, title=title)).shown()

    assert shown.text.split("\n")[0] == title
    assert links(shown) == {title: URL}
    assert shown.spans("bold") == (title,)
    assert {found.type for found in shown.entities} <= {"bold", "text_link", "date_time", "hashtag"}


@pytest.mark.parametrize(
    ("title", "seen_as"),
    [
        ("Sam\u202e Altman\u2066", "Sam Altman"),
        ("Sam\u200bAl\u00adtman\ufeff", "SamAltman"),
        ("Sam\nAltman\u2028\tis\r\nhere", "Sam Altman is here"),
        ("Sam\x00 \x1b[31mAltman\ud800\ufffe", "Sam [31mAltman"),
        ("Sam Altman" + "\u0301" * 3000, "Sam Altman" + "\u0301" * 4),
        ("\u200d\u200dSam \u200c\u200cAltman\u200d", "Sam Altman"),
    ],
)
def test_what_cannot_be_seen_is_left_out(title: str, seen_as: str) -> None:
    """Hidden characters, overrides of direction and heaps of accents do not reach the chat."""
    shown = Scene(Entry(url=URL, title=title), ()).shown()

    assert shown.text.split("\n")[0] == seen_as


@pytest.mark.parametrize("cluster", ["a", "&", '"', "赵", "👩‍👩‍👧‍👦", "e\u0301\u0302", "🇮🇹", "<b>"])
def test_an_endless_title_is_cut_between_letters(cluster: str) -> None:
    """A title of a megabyte fills the message, ends with "…", and no letter or family is torn apart."""
    title = cluster * (1_000_000 // len(cluster))
    alert = Scene(Entry(url=URL, text="Sam Altman")).alert()
    alert = replace(alert, item=replace(alert.item, entry=replace(alert.item.entry, title=title)))

    shown = seen(render_alert(alert, shipped().text("en"), NOW))

    first = shown.text.split("\n")[0]
    assert 3900 < len(first) <= 4096
    kept = first.removesuffix("…")
    assert kept == cluster * (len(kept) // len(cluster))
    assert shown.text.endswith("#SamAltman")


def test_one_endless_letter_is_cut_anyway() -> None:
    """A title that is one never-ending emoji is cut where the message ends."""
    shown = Scene(Entry(url=URL, title="👩‍" * 10_000 + "👩"), ()).shown()

    assert shown.text.split("\n")[0].endswith("…")


@pytest.mark.parametrize(
    "url",
    [
        "",
        "javascript:alert(1)",
        "data:text/html,x",
        "tg://resolve?domain=x",
        "file:///etc/passwd",
        "http://localhost/x",
        "http://user:secret@host.example/",
        "https://host.example:99999/",
        "https://a b.example/",
        "https://x..example/",
        "https:///x",
        "http://[::zz]/",
        "https://host.example/\u202exfdp",
        "https://host.example/" + "x" * 3000,
    ],
)
def test_an_address_that_is_no_web_link_is_no_link(url: str) -> None:
    """The title stands in bold without a link, and no button could fail the message."""
    message = Scene(Entry(url=url, title="Sam Altman")).message()

    assert links(seen(message)) == {}
    assert all(button.url == "" for row in message.buttons for button in row)
    assert seen(message).spans("bold") == ("Sam Altman",)


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1:8080/a",
        "https://news.example",
        "HTTPS://News.Example:443/?a=b#c",
        "https://xn--e1afmkfd.xn--p1ai/",
        "https://пример.рф/путь",
        "http://[2001:db8::1]/x",
        "https://a_b.example/é'(1)",
    ],
)
def test_every_web_address_that_telegram_takes_is_a_link(url: str) -> None:
    """The Open button and the title lead there."""
    message = Scene(Entry(url=url, title="Sam Altman")).message()

    assert links(seen(message)) == {"Sam Altman": checked_link(url)}
    assert message.buttons[0][0].url == url


def test_a_host_that_looks_like_another_is_spelt_out() -> None:
    """A link to "аpple.com" with a Cyrillic letter shows where it really leads."""
    shown = Scene(Entry(url="https://аpple.com/", title="Sam Altman")).shown()

    assert "xn--pple-43d.com" in shown.text


@pytest.mark.parametrize("word", ["/stop", "/watch@HarkBot", "@durov", "tg://resolve?domain=x", "/r/bitcoin"])
@pytest.mark.parametrize("url", [URL, ""])
def test_a_text_cannot_plant_commands_or_mentions(word: str, url: str) -> None:
    """A tap on "/stop" in a story opens the story, in text, title, source or author; it stops nothing."""
    text = f"Then Sam Altman typed {word} into the chat."
    entries = [
        Entry(url=url, title="News", text=text),
        Entry(url=url, text=text),
        Entry(url=url, title=text, author=word),
    ]

    for entry in entries:
        shown = Scene(entry, source=word).shown()
        assert text in shown.text
        assert not {"bot_command", "mention", "text_mention"} & {found.type for found in shown.entities}


def test_a_name_in_a_post_leads_to_x() -> None:
    """@names in a post are people on X, not on Telegram, and a hit in a name is bold."""
    entry = Entry(guid="x:1", url=POST.url, text="Hello.\nThanks @SamAltman!", author="@a")
    shown = Scene(entry).shown()

    assert links(shown)["@SamAltman"] == "https://x.com/SamAltman"
    assert "@SamAltman" in shown.spans("bold")
    assert "mention" not in {found.type for found in shown.entities}


def test_a_crowd_of_mentions_stays_within_the_limits() -> None:
    """A post that mentions a thousand names is shown, and none of them is called."""
    text = "Sam Altman\n" + "@someone /stop " * 1000
    shown = Scene(Entry(guid="x:1", url=POST.url, text=text, author="@a")).shown()

    assert not {"bot_command", "mention"} & {found.type for found in shown.entities}


@pytest.mark.parametrize("author", ["CoinDesk", "noreply@blogger.example (Jane)", "", "\u202e"])
def test_an_author_that_says_nothing_is_left_out(author: str) -> None:
    """The source's own name and mail addresses are no authors."""
    shown = Scene(Entry(url=URL, title="Sam Altman", author=author)).shown()

    assert shown.text.split("\n")[1].startswith("CoinDesk · Apr 17")


def test_a_source_without_name_is_named_by_its_host() -> None:
    """Where nobody gave a name the address does."""
    shown = Scene(Entry(url="https://www.news.example/a", title="Sam Altman"), source=" ").shown()

    assert shown.text.split("\n")[1].startswith("news.example · ")


ODD = st.text(
    st.one_of(
        st.sampled_from(list("<>&\"'@/#\n .…。👩\u200d\u0301\u202e\u200b\ud800\x1b赵")), st.characters()
    ),
    max_size=400,
)


@settings(max_examples=200, deadline=None)
@given(ODD, ODD, ODD, ODD)
def test_no_entry_breaks_a_message(title: str, text: str, author: str, source: str) -> None:
    """Whatever a feed holds, Telegram takes the message and nothing in it is a command."""
    for guid in ("", "x:1"):
        entry = Entry(guid=guid, url=URL, title=title, text=text, author=author)
        shown = Scene(entry, ("赵 OR sam",), source=source).shown()

        assert "№ 1234" in shown.text
        assert "bot_command" not in {found.type for found in shown.entities}
