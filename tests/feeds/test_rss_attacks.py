"""Documents made to hurt: each is read or refused in a moment, and nothing is opened or expanded."""

from __future__ import annotations

import time
from collections.abc import Callable
from itertools import pairwise

import pytest

from feeds.rss import parse
from model import Document, Entry, Failure, FailureReason

URL = "https://site.example/feed.xml"
LIMIT = (
    30.0  # seconds of CPU: no figure of speed (`bench.attacks` has those), the mark of a parser that hangs
)
REFUSED = Failure(FailureReason.NOT_A_FEED)


def rss(inside: str) -> str:
    """Write an RSS document."""
    return f'<rss version="2.0"><channel><title>c</title>{inside}</channel></rss>'


def item(inside: str) -> str:
    """Write an RSS document with one item."""
    return rss(f"<item>{inside}</item>")


def attributes(number: int) -> str:
    """Write so many attributes."""
    return "".join(f" a{n}='' " for n in range(number))


def entries(body: str) -> list[Entry]:
    """Give the entries of a body that must be a feed."""
    outcome = parse(body.encode("utf-8", "surrogatepass"), "", URL)
    assert isinstance(outcome, Document), outcome
    return [entry for _, entry in outcome.entries]


def test_entities_are_never_expanded() -> None:
    """Nested entities come out as their name, so that a billion laughs are four characters."""
    names = "abcdefghij"
    nested = "".join(f'<!ENTITY {to} "{f"&{of};" * 10}">' for of, to in pairwise(names))
    doctype = f'<!DOCTYPE rss [<!ENTITY a "lol">{nested}]>'

    assert [entry.title for entry in entries(doctype + item("<title>&j;</title>"))] == ["&j;"]


def test_an_entity_never_opens_a_file() -> None:
    """An entity that names a file of the machine is empty text."""
    doctype = '<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/hostname">]>'

    assert [entry.title for entry in entries(doctype + item("<title>a&x;b</title>"))] == ["ab"]


def test_an_external_document_type_is_not_fetched_and_its_entities_are_known() -> None:
    """An old feed that names a DTD elsewhere is read without asking for it, accents included."""
    doctype = '<!DOCTYPE rss PUBLIC "-//N//DTD RSS 0.91//EN" "http://dtd.example/rss-0.91.dtd">'

    assert [entry.title for entry in entries(doctype + item("<title>caf&eacute;</title>"))] == ["café"]


REFUSALS: dict[str, Callable[[], str]] = {
    "100,000 attributes": lambda: item(f"<title{attributes(100_000)}>x</title>"),
    "the same, ill-formed": lambda: item(f"<title{attributes(100_000)}>&</title>"),
    "a million elements deep": lambda: "<rss>" + "<a>" * 1_000_000,
    "a deep well-formed tree": lambda: item("<a>" * 300 + "</a>" * 300),
    "4 MB of <": lambda: item("<title>" + "<" * 4_000_000),
    "a million comments begun": lambda: rss("<!--" * 1_000_000),
    "a million tags begun": lambda: item("&" + '<a b="' * 1_000_000),
    "100,000 namespaces": lambda: rss("".join(f'<a{n}:b xmlns:a{n}="u:{n}"/>' for n in range(100_000))),
    "a base of a megabyte": lambda: f'<rss xml:base="http://a.example/{"a" * 1_000_000}"><a/></rss>',
    "8 MB that are no XML": lambda: "lorem ipsum " * 700_000,
    "deep JSON": lambda: '{"version":"https://jsonfeed.org/version/1","items":' + "[" * 1_000_000,
}


@pytest.mark.parametrize("name", REFUSALS)
def test_what_is_deeper_or_wider_than_any_feed_is_refused(name: str) -> None:
    """A document that would keep the parser busy for minutes is no feed, in a moment."""
    body = REFUSALS[name]().encode()
    start = time.process_time()

    assert parse(body, "", URL) == REFUSED
    assert time.process_time() - start < LIMIT


SURVIVALS: dict[str, Callable[[], str]] = {
    "4 MB of &": lambda: item(f"<title>x</title><description>{'&' * 4_000_000}</description>"),
    "8 MB of escaped HTML": lambda: item(
        f"<title>x</title><description>{'&lt;p&gt;hi &lt;b&gt;x&lt;/b&gt;' * 250_000}</description>"
    ),
    "formatting that grows": lambda: item(
        "<title>x</title><description><![CDATA["
        f"{''.join(f'<b a{n}><p>' for n in range(16_000))}]]></description>"
    ),
    "tags begun in HTML": lambda: item(
        f"<title>x</title><description><![CDATA[{'<a ' * 80_000}'\"{'<!--' * 20_000}]]></description>"
    ),
    "4 MB of attributes begun": lambda: item("<title>x</title>&<a " + "b " * 2_000_000),
    "100,000 categories": lambda: item(
        f"<title>x</title>{''.join(f'<category>{n}</category>' for n in range(100_000))}"
    ),
    "a name of a megabyte": lambda: item(f"<title>x</title><author>{'a' * 1_000_000}</author>"),
    "an editor of a megabyte": lambda: rss(
        f"<managingEditor>{'a' * 1_000_000}</managingEditor><item><title>x</title></item>"
    ),
    "keywords without end": lambda: item(
        "<title>x</title><itunes:keywords xmlns:itunes='http://www.itunes.com/DTDs/PodCast-1.0.dtd'>"
        f"{','.join(map(str, range(100_000)))}</itunes:keywords>"
    ),
    "a date of 4 MB": lambda: item(f"<title>x</title><pubDate>{'1-' * 2_000_000}</pubDate>"),
    "200,000 items in an item": lambda: item(f"<title>x</title>{'<item/>' * 200_000}"),
    "numbers of 20,000 digits": lambda: item(
        f"<title>x</title><description>&amp;#{'9' * 20_000};</description>"
    ),
}


@pytest.mark.parametrize("name", SURVIVALS)
def test_an_entry_that_is_made_to_hurt_is_read_in_a_moment(name: str) -> None:
    """What is too long or too much is cut, and the entry is told all the same."""
    body = SURVIVALS[name]()
    start = time.process_time()

    assert [entry.title for entry in entries(body)] == ["x"]
    assert time.process_time() - start < LIMIT


BEYOND = {
    "800,000 tags": "<x/>" * 800_000,
    "450,000 titles": "<title>t</title>" * 450_000,
    "450,000 sections": "<description>" + "<![CDATA[t]]>" * 450_000 + "</description>",
    "450,000 comments": "<!--t-->" * 450_000,
    "450,000 instructions": "<?t t?>" * 450_000,
}


@pytest.mark.parametrize("name", BEYOND)
def test_an_entry_that_is_larger_than_any_article_is_left_out(name: str) -> None:
    """The entries beside it are told, it is not looked at again, and a feed of nothing else is none."""
    ill = f"<item>{BEYOND[name]}</item>"
    beside = parse(rss(f"{ill}<item><title>x</title></item>").encode(), "", URL)
    assert isinstance(beside, Document)

    again = parse(rss(f"<item><title>y</title></item>{ill}").encode(), "", URL, frozenset(beside.passed_over))

    assert isinstance(again, Document)
    assert [entry.title for _, entry in (*beside.entries, *again.entries)] == ["x", "y"]
    assert again.kept == beside.passed_over != ()
    assert parse(rss(ill).encode(), "", URL) == Failure(FailureReason.NOT_A_FEED)


def test_of_a_hundred_thousand_items_the_newest_are_read() -> None:
    """A feed of 5 MB gives its 500 newest entries, in a moment."""
    body = rss("".join(f"<item><title>t{n}</title><link>/{n}</link></item>" for n in range(100_000)))
    start = time.process_time()

    assert [entry.title for entry in entries(body)] == [f"t{n}" for n in range(500)]
    assert time.process_time() - start < LIMIT


def test_a_text_is_bounded() -> None:
    """The text of an entry never exceeds 256 Ki characters, a title what a message can hold."""
    (entry,) = entries(item(f"<title>{'t' * 1_000_000}</title><description>{'d ' * 4_000_000}</description>"))

    assert len(entry.title) == 4096
    assert len(entry.text) <= 256 * 1024


def test_a_json_number_of_20000_digits_is_only_text() -> None:
    """A JSON Feed with an absurd number is read."""
    body = '{"version":"https://jsonfeed.org/version/1","items":[{"id":%s,"title":"x"}]}' % ("1" * 20_000)

    assert [entry.title for entry in entries(body)] == ["x"]
