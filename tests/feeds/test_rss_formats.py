"""What a reader sees of an entry, format by format and trap by trap."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from feeds.rss import parse
from model import Document, Entry, Failure, FailureReason

DATA = Path(__file__).parent / "data"
URL = "https://site.example/feeds/news.xml"


def read(body: bytes | str, content_type: str = "") -> Document:
    """Parse a body that must be a feed."""
    outcome = parse(body if isinstance(body, bytes) else body.encode(), content_type, URL)
    assert isinstance(outcome, Document), outcome
    return outcome


def entries(body: bytes | str, content_type: str = "") -> list[Entry]:
    """Give the entries of a body that must be a feed."""
    return [entry for _, entry in read(body, content_type).entries]


def rss(*items: str, head: str = "") -> str:
    """Write an RSS document with these items, each the inside of an <item>."""
    listed = "".join(f"<item>{item}</item>" for item in items)
    return f'<rss version="2.0"><channel><title>News</title>{head}{listed}</channel></rss>'


def title_of(item: str) -> str:
    """Give the title of the only entry of a feed."""
    (entry,) = entries(rss(item))
    return entry.title


def test_a_broken_feed_is_read_all_the_same() -> None:
    """A feed with a malformed declaration, undeclared prefixes and a cut end still gives all its entries."""
    lamps, tides = entries((DATA / "broken.xml").read_bytes())

    assert (lamps.title, lamps.url) == ("lamps & ropes", "https://harbour.example/1?a=1&b=2")
    assert lamps.text == "café open\ntill late"
    assert (tides.title, tides.text) == ("tides", "The tide table")


def test_an_item_inside_an_item_is_no_article() -> None:
    """A feed that nests empty items in its items has as many articles as a reader counts."""
    roses, beans = entries((DATA / "nested.xml").read_bytes())

    assert (roses.title, beans.title) == ("Roses", "Beans")
    assert beans.url == "https://garden.example/beans"


@pytest.mark.parametrize(
    "body",
    [
        rss("<title>x</title><link>/b/1</link>", head="<link>https://c.example/b/</link>"),
        rss(
            "<title>x</title><link>1</link>",
            head="<link>https://other.example/</link><atom:link xmlns:atom='http://www.w3.org/2005/Atom' "
            "rel='self' href='https://c.example/b/feed.xml'/>",
        ),
        '{"version":"https://jsonfeed.org/version/1.1","home_page_url":"https://other.example/",'
        '"feed_url":"https://c.example/b/feed.json","items":[{"id":"1","url":"1"}]}',
        '{"version":"https://jsonfeed.org/version/1.1","feed_url":"feed.json",'
        '"home_page_url":"https://c.example/b/","items":[{"id":"1","url":"1"}]}',
    ],
)
def test_a_feed_without_an_address_is_taken_at_its_word(body: str) -> None:
    """Relative links of a file lead where the feed says that it is, else to its site."""
    alone, fetched = (parse(body.encode(), "", url) for url in ("", "https://site.example/b/feed"))

    assert isinstance(alone, Document)
    assert isinstance(fetched, Document)
    assert [entry.url for _, entry in alone.entries] == ["https://c.example/b/1"]
    assert [entry.url for _, entry in fetched.entries] == ["https://site.example/b/1"]


def test_a_guid_stands_in_for_a_link_only_when_it_is_one() -> None:
    """An entry without a usable link leads to its guid if that is a permanent address, else nowhere."""
    marked, number, other, harmful = entries((DATA / "permalink.xml").read_bytes())

    assert marked.url == "https://models.example/marked"
    assert (number.url, number.guid) == ("", "12345")
    assert (other.url, other.guid) == ("", "https://models.example/id/3")
    assert harmful.url == ""


def test_an_atom_entry_comes_with_everything_it_says() -> None:
    """Title to the letter, first link, all authors, own language, tags, blocks as lines, no script."""
    first = entries((DATA / "atom.xml").read_bytes())[0]

    assert first == Entry(
        guid="tag:blog.example,2024:1",
        url="https://blog.example/base/first",
        title="The <b> element &amp; friends",
        text="One\ntwo\nthree",
        author="Anna Rossi, Bo Lund",
        published=datetime(2024, 2, 3, 8, tzinfo=UTC),
        language="de",
        tags=("mare", "barche"),
    )


def test_an_atom_title_is_read_as_its_type_says() -> None:
    """Markup of an HTML or XHTML title is gone, while a plain summary is shown to the letter."""
    _, second, third = entries((DATA / "atom.xml").read_bytes())

    assert (second.title, second.text) == ("A bold word & more", "1 < 2, to the letter <i>")
    assert (second.url, second.media) == ("https://blog.example/rooted", ("https://blog.example/sound.mp3",))
    assert (second.published, second.language) == (datetime(2024, 2, 5, 10, tzinfo=UTC), "it")
    assert (third.title, third.published) == ("An xhtml title", None)


def test_a_json_feed_is_read_like_any_other() -> None:
    """A JSON Feed gives titles to the letter, resolved links, texts, dates, tags, pictures and authors."""
    document = read((DATA / "feed.json").read_bytes())
    bread, soup, found = (entry for _, entry in document.entries)

    assert document.title == "Kitchen <i>notes</i>"
    assert bread == Entry(
        guid="7",
        url="https://site.example/bread",
        title="Bread with <b> & salt",
        text="Flour\nWater",
        author="Ada",
        published=datetime(2024, 5, 1, 6, tzinfo=UTC),
        language="en-GB",
        tags=("bread", "3"),
        media=("https://kitchen.example/bread.mp3", "https://site.example/bread.jpg"),
    )
    assert (soup.url, soup.text, soup.author) == ("https://kitchen.example/soup", "a < b & c", "Grace")
    assert (found.url, found.text) == ("https://elsewhere.example/x", "Found elsewhere")


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("Tom &amp;amp; Jerry", "Tom & Jerry"),
        ("<![CDATA[Tom & <b>Jerry</b>]]>", "Tom & Jerry"),
        ("&lt;p&gt;One&lt;/p&gt;&lt;p&gt;two&lt;/p&gt;", "One two"),
        ("Why Vec&lt;T&gt; is not List&lt;T&gt;", "Why Vec<T> is not List<T>"),
        ("1 &lt; 2", "1 < 2"),
        ("  far \n\t apart&#160;words ", "far apart words"),
        ("The &lt;b&gt; element", "The <b> element"),
        ("&#1055;&#1088;&#1080;&#1074;&#1077;&#1090;", "Привет"),
        ("[x](tg://user?id=1) *bold* _it_", "[x](tg://user?id=1) *bold* _it_"),
        ("plain <i>inline</i> markup", "plain inline markup"),
    ],
)
def test_an_rss_title_is_plain_text(written: str, shown: str) -> None:
    """Entities and tags of an RSS title are gone, and what only looks like a tag stays."""
    assert title_of(f"<title>{written}</title>") == shown


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("a\u202eb\u2066c\u2069d\u200be\u00adf", "abcdef"),
        (
            "family \U0001f468\u200d\U0001f469\u200d\U0001f467",
            "family \U0001f468\u200d\U0001f469\u200d\U0001f467",
        ),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("z" + "\u0301" * 3000, "z" + "\u0301" * 4),
        ("a\x00b\x0bc\ufffed&#0;e&#xD800;f", "abcdef"),
    ],
)
def test_a_title_can_harm_neither_reader_nor_database(written: str, shown: str) -> None:
    """Direction overrides, invisible characters, piled accents and NUL are gone; joiners stay."""
    assert title_of(f"<title>{written}</title>") == shown


@pytest.mark.parametrize(
    ("garbled", "right"),
    [
        ("Ð\u009fÑ\u0080Ð¸Ð²ÐµÑ\u0082", "Привет"),
        ("Ð’ ÐœÐ¾Ñ\u0081ÐºÐ²Ðµ", "В Москве"),
        ("Itâ€™s here", "It’s here"),
        ("Dagâ€”Ã¥Ã¤Ã¶", "Dag—åäö"),
    ],
)
def test_text_that_was_encoded_twice_is_repaired(garbled: str, right: str) -> None:
    """A feed that took UTF-8 for ISO-8859-1 or windows-1252 is shown, and found, as it was meant."""
    assert title_of(f"<title>{garbled}</title>") == right


def test_a_text_about_garbling_is_left_alone() -> None:
    """A title that quotes garbled letters beside right ones is not touched."""
    assert title_of("<title>Why é turns into Ã© 中</title>") == "Why é turns into Ã© 中"


@pytest.mark.parametrize(
    "link",
    [
        "javascript:alert(1)",
        "data:text/html,x",
        "tg://resolve?domain=x",
        "file:///etc/passwd",
        "http://",
        "mailto:a@b",
    ],
)
def test_a_harmful_link_is_no_link(link: str) -> None:
    """Only web addresses can be opened from an alert; the entry itself is still told."""
    (entry,) = entries(rss(f"<title>x</title><link>{link}</link>"))

    assert (entry.title, entry.url) == ("x", "")


@pytest.mark.parametrize(
    ("link", "url"),
    [
        ("/a/b", "https://site.example/a/b"),
        ("c?d=1&amp;e=2#f", "https://site.example/feeds/c?d=1&e=2#f"),
        ("//other.example/x", "https://other.example/x"),
        (" https://other.example/with space ", "https://other.example/with%20space"),
        ("https://user:secret@other.example/x", "https://other.example/x"),
    ],
)
def test_a_link_is_absolute_and_clean(link: str, url: str) -> None:
    """Links are resolved against the feed's address, and a secret in one is not shown."""
    (entry,) = entries(rss(f"<title>x</title><link>{link}</link>"))

    assert entry.url == url


@pytest.mark.parametrize(
    ("date", "published"),
    [
        ("Mon, 02 Jan 2023 10:00:00 +0100", datetime(2023, 1, 2, 9, tzinfo=UTC)),
        ("Fri, 31 Dec 2099 00:00:00 GMT", datetime(2099, 12, 31, tzinfo=UTC)),
        ("Thu, 01 Jan 1970 00:00:00 GMT", None),
        ("yesterday evening", None),
        ("9" * 20_000, None),
    ],
)
def test_a_date_is_utc_or_absent(date: str, published: datetime | None) -> None:
    """Dates come in UTC; an unreadable one, or one from before feeds, is no date and no crash."""
    (entry,) = entries(rss(f"<title>x</title><pubDate>{date}</pubDate>"))

    assert entry.published == published


def test_the_fullest_text_wins_and_keeps_its_words_apart() -> None:
    """Of summary and full content the fuller is taken, blocks on their own lines, entities decoded."""
    (entry,) = entries(
        rss(
            "<description>short</description><content:encoded xmlns:content="
            '"http://purl.org/rss/1.0/modules/content/"><![CDATA[<h1>Head</h1>in<b>line</b>&nbsp;text<style>a{}</style>'
            "<table><tr><td>a</td><td>b</td></tr></table><!-- c -->]]></content:encoded>"
        )
    )

    assert entry.text == "Head\ninline text\na\nb"


@pytest.mark.parametrize(
    ("codec", "declared", "content_type"),
    [
        ("gb18030", "", "text/xml; charset=gb18030"),
        ("gb18030", "", "text/xml; charset=gbk"),
        ("gb18030", "", "text/xml; charset=GB2312"),
        ("gb18030", "gb2312", ""),
        ("gb18030", "", ""),
        ("utf-16", "utf-16", "text/xml; charset=us-ascii"),
        ("utf-16-le", "utf-16", ""),
        ("utf-8-sig", "iso-8859-1", ""),
        ("utf-8", "gb2312", "text/xml; charset=iso-8859-1"),
        ("utf-8", "utf-7", ""),
        ("utf-8", "zlib_codec", "text/xml; charset=rot13"),
    ],
)
def test_chinese_arrives_in_whatever_encoding(codec: str, declared: str, content_type: str) -> None:
    """赵长鹏 is read from every encoding Chinese sites use, also when they name it wrongly or not at all."""
    declaration = f'<?xml version="1.0" encoding="{declared}"?>' if declared else ""
    body = (declaration + rss("<title>是的，赵长鹏在币安的故事𠀀，中国</title>")).encode(codec)

    assert [entry.title for entry in entries(body, content_type)] == ["是的，赵长鹏在币安的故事𠀀，中国"]


@pytest.mark.parametrize(
    ("codec", "label", "title"),
    [
        ("cp874", "windows-874", "ข่าววันนี้"),
        ("cp932", "Shift_JIS", "①髙橋さん"),
        ("cp949", "euc-kr", "똠방각하"),
        ("cp1251", "windows-1251", "Биткоин"),
        ("koi8-r", "koi8-r", "Биткоин"),
        ("cp1252", "iso-8859-1", "“café” costs 3 €"),
        ("iso2022_jp", "ISO-2022-JP", "日本語"),
        ("big5hkscs", "Big5", "新聞"),
    ],
)
def test_a_declared_encoding_is_read_as_browsers_read_it(codec: str, label: str, title: str) -> None:
    """Labels mean what browsers take them for, which is often more than the label says."""
    body = f'<?xml version="1.0" encoding="{label}"?>{rss(f"<title>{title}</title>")}'.encode(codec)

    assert [entry.title for entry in entries(body)] == [title]


def test_one_unreadable_byte_does_not_garble_a_feed() -> None:
    """A stray byte costs one character, not the whole feed."""
    body = (
        rss("<title>赵长鹏 回来了 币安 比特币 市场 新闻</title>", "<title>x@</title>")
        .encode()
        .replace(b"@", b"\xff")
    )

    assert [entry.title for entry in entries(body)] == ["赵长鹏 回来了 币安 比特币 市场 新闻", "x\ufffd"]


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"   ",
        b"<!DOCTYPE html><html><body><rss>no</rss></body></html>",
        b'<html xmlns="http://www.w3.org/1999/xhtml"><body/></html>',
        b'<?xml version="1.0"?><opml version="2.0"><body/></opml>',
        b'{"items": []}',
        b'{"version": "https://jsonfeed.org/version/1", "items": 3}',
        b"{ not json",
        b"[]",
        b"\x89PNG\r\n\x1a\n" + bytes(range(256)),
    ],
)
def test_what_is_no_feed_is_called_so(body: bytes) -> None:
    """A page, a picture, another kind of XML or JSON, or nothing at all is no feed, and no crash."""
    assert parse(body, "application/rss+xml", URL) == Failure(FailureReason.NOT_A_FEED)


def test_a_feed_without_entries_is_a_feed() -> None:
    """An empty channel is a good answer with nothing in it."""
    document = read(rss())

    assert (document.entries, document.title) == ((), "News")


def test_rubbish_around_a_feed_is_ignored() -> None:
    """Warnings that a server prints before its feed, and advertisements after it, cost nothing."""
    noisy = (
        f"<br />\n<b>Warning</b>: mysql_connect()\n{rss('<title>a</title>')}<!-- c --><div><title>b</title>"
    )

    assert [entry.title for entry in entries(noisy)] == ["a"]


def test_media_and_podcast_elements_do_not_replace_the_articles_own() -> None:
    """Pictures and sound are noted, and their titles and keywords do not become the article's title."""
    (entry,) = entries(
        '<rss version="2.0" xmlns:media="http://search.yahoo.com/mrss/"><channel><item><title>Own</title>'
        '<media:group><media:title>Other</media:title><media:content url="https://cdn.example/v.mp4"/>'
        '<media:thumbnail url="/t.jpg"/></media:group><enclosure url="https://cdn.example/a.mp3" length="1"/>'
        "</item></channel></rss>"
    )

    assert entry.title == "Own"
    assert entry.media == (
        "https://cdn.example/a.mp3",
        "https://cdn.example/v.mp4",
        "https://site.example/t.jpg",
    )


def test_one_entry_that_the_library_trips_over_costs_nothing_else() -> None:
    """An element in an odd place takes at most its own entry with it, never the others."""
    odd = '<media:player xmlns:media="http://search.yahoo.com/mrss/" url="x"/>'

    read_well = entries(rss("<title>a</title>", f"<description>{odd}</description>", "<title>b</title>"))

    assert [entry.title for entry in read_well] == ["a", "b"]


def test_a_title_that_is_never_closed_swallows_no_entries() -> None:
    """An element left open before an entry ends where the entry begins."""
    body = (
        "<rss><channel><title>News<link>/</link><item><title>a<item><title>b</title></item></channel></rss>"
    )

    assert [entry.title for entry in entries(body)] == ["a", "b"]
