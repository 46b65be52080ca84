"""Lists of feeds as readers export them, and as attackers write them."""

from __future__ import annotations

import pytest

from feeds.opml import LONGEST, MOST_FEEDS, Outline, read_opml


def listed(body: str) -> list[str]:
    """Return the addresses in a list."""
    found = read_opml(body.encode())
    assert found is not None
    return [feed.url for feed in found.feeds]


def opml(outlines: str) -> str:
    """Return a list."""
    return f'<?xml version="1.0" encoding="UTF-8"?><opml version="2.0"><body>{outlines}</body></opml>'


def test_folders_in_folders_are_read_in_order() -> None:
    """Whatever folder a feed lies in, it counts, under its title."""
    inner = '<outline text="币" xmlUrl="https://b.example/?a=1&amp;b=2" type="rss"/>'
    first = '<outline xmlUrl="https://a.example/" title="A" text="a"/>'
    folders = f'<outline text="News"><outline text="More">{inner}</outline></outline>'

    found = read_opml(opml(first + folders).encode())

    assert found is not None
    assert found.feeds == (Outline("https://a.example/", "A"), Outline("https://b.example/?a=1&b=2", "币"))
    assert (found.repeated, found.more, found.broken) == (0, False, False)


def test_a_feed_in_two_folders_is_one() -> None:
    """Readers list a feed once for each of its folders."""
    found = read_opml(opml('<outline xmlUrl="https://a.example/"/>' * 3).encode())

    assert found is not None
    assert ([feed.url for feed in found.feeds], found.repeated) == (["https://a.example/"], 2)


@pytest.mark.parametrize(
    "outline",
    [
        '<outline XMLURL=" https://a.example/ "/>',
        '<Outline type="RSS" url="https://a.example/"/>',
        '<outline type="atom" url="https://a.example/" htmlUrl="https://page.example/"/>',
    ],
)
def test_spellings_of_other_readers_count(outline: str) -> None:
    """Capitals, blanks and the older attribute are no matter."""
    assert listed(opml(outline)) == ["https://a.example/"]


@pytest.mark.parametrize(
    ("body", "urls"),
    [
        (opml('<outline text="a folder"/><outline type="link" url="https://page.example/"/>'), []),
        (opml('<outline xmlUrl="https://a.example/?x=1&y=2" text="Q&A"/>'), ["https://a.example/?x=1&y=2"]),
        (opml('<outline xmlUrl="https://a.example/"/>')[:-10], ["https://a.example/"]),
    ],
)
def test_what_can_be_read_is_read(body: str, urls: list[str]) -> None:
    """An unescaped sign is mended, what comes before a fault counts, and a folder or a link is no feed."""
    assert listed(body) == urls


def test_another_encoding_is_read() -> None:
    """A list in GBK as older Chinese readers write it keeps its titles."""
    text = opml('<outline xmlUrl="https://a.example/" text="比特币新闻"/>').replace("UTF-8", "GBK")

    found = read_opml(text.encode("gbk"))

    assert found is not None
    assert found.feeds == (Outline("https://a.example/", "比特币新闻"),)


@pytest.mark.parametrize(
    "body", [b"", b"%PDF-1.7", b'{"a": 1}', b"<rss/>", b"<html><body/></html>", b"x" * (LONGEST + 1)]
)
def test_what_is_no_list_is_none(body: bytes) -> None:
    """Another kind of file, or one larger than any list, is not read."""
    assert read_opml(body) is None


def test_a_list_ends_at_a_bound() -> None:
    """Far too many feeds, folders without end and declared entities are read no further."""
    many = "".join(f'<outline xmlUrl="https://{n}.example/"/>' for n in range(MOST_FEEDS + 1))
    deep = '<outline xmlUrl="https://a.example/"/>' + "<outline>" * 20_000
    bomb = (
        '<!DOCTYPE o [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>'
        + opml('<outline xmlUrl="&b;"/>').partition("?>")[2]
    )
    found = [read_opml(body.encode()) for body in (opml(many), opml(deep), bomb)]

    assert [None if each is None else (len(each.feeds), each.more) for each in found] == [
        (MOST_FEEDS, True),
        (1, True),
        None,
    ]
