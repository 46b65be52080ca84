"""Which URLs lead to one page: the dress of a link does not make it another article."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model import Entry
from stories.identity import keys_of
from stories.urls import canonical_url

STORY = "https://example.com/2026/story?a=1&b=2"
ONE_PAGE = [
    "http://example.com/2026/story?a=1&b=2",
    "https://www.example.com/2026/story/?b=2&a=1",
    "HTTPS://EXAMPLE.COM:443/2026/story?a=1&b=2#top",
    "http://example.com:80/2026/story?a=1&b=2",
    "https://m.example.com/2026/story?a=1&b=2",
    "https://mobile.example.com/2026/story?a=1&b=2",
    "https://amp.example.com/2026/story?a=1&b=2",
    "https://example.com/2026/story/amp/?a=1&b=2",
    "https://example.com/2026/story.amp?a=1&b=2",
    "https://example.com/amp/2026/story?a=1&b=2",
    "https://example.com/2026/story?a=1&b=2&amp=1",
    "https://example.com/2026/story?a=1&b=2&outputType=amp",
    "https://example.com/2026/story?utm_source=rss&a=1&utm_medium=feed&b=2&fbclid=x&gclid=y",
    "https://example.com/2026/story?a=1&b=2&UTM_Source=rss#xtor=RSS-1",
    "https://example.com/2026/story;jsessionid=AB12?a=1&b=2",
    "https://www.google.com/url?rct=j&sa=t&url=https%3A%2F%2Fexample.com%2F2026%2Fstory%3Fa%3D1%26b%3D2&ct=ga",
    "https://www.google.it/url?q=https%3A%2F%2Fexample.com%2F2026%2Fstory%3Fa%3D1%26b%3D2",
    "https://www.google.com/amp/s/example.com/2026/story?a=1&b=2",
    "https://example-com.cdn.ampproject.org/c/s/example.com/2026/story?a=1&b=2&usqp=mq331AQ",
    "https://duckduckgo.com/l/?uddg=https%3A%2F%2Fexample.com%2F2026%2Fstory%3Fa%3D1%26b%3D2&rut=0",
    "https://l.facebook.com/l.php?u=https%3A%2F%2Fexample.com%2F2026%2Fstory%3Fa%3D1%26b%3D2&h=AT0",
    "https://t.umblr.com/redirect?z=https%3A%2F%2Fexample.com%2F2026%2Fstory%3Fa%3D1%26b%3D2&t=0",
    "https://out.reddit.com/t3_1?url=https%3A%2F%2Fexample.com%2F2026%2Fstory%3Fa%3D1%26b%3D2&token=0",
    "https://link.zhihu.com/?target=https%3A%2F%2Fexample.com%2F2026%2Fstory%3Fa%3D1%26b%3D2",
]
POSTS = [
    "https://x.com/sama/status/1790441362468249642",
    "https://twitter.com/sama/status/1790441362468249642?s=20&t=x",
    "https://mobile.twitter.com/sama/status/1790441362468249642/photo/1",
    "https://fxtwitter.com/sama/status/1790441362468249642",
    "http://nitter.example.net/sama/status/1790441362468249642#m",
    "https://x.com/i/web/status/1790441362468249642",
    "https://www.google.com/url?q=https://x.com/sama/status/1790441362468249642",
]
TWO_PAGES = [
    ("https://example.com/?p=1", "https://example.com/?p=2"),
    ("https://example.com/a", "https://example.com/A"),
    ("https://example.com/a", "https://example.com:8080/a"),
    ("https://example.com/a//b", "https://example.com/a/b"),
    ("https://example.com/a#comment-12", "https://example.com/a#comment-13"),
    ("https://example.com/#/a", "https://example.com/#/b"),
    ("https://news.google.com/rss/articles/CBMi1?oc=5", "https://news.google.com/rss/articles/CBMi2?oc=5"),
    ("https://feedproxy.google.com/~r/a/~3/b", "https://feedproxy.google.com/~r/a/~3/c"),
    ("https://example.com/search?q=a", "https://example.com/search?q=b"),
    ("https://mastodon.social/users/a/statuses/113456789012345678", "x:113456789012345678"),
    ("https://m.me/a", "https://me/a"),
    ("https://example.com/swamp", "https://example.com/sw"),
    ("https://www.youtube.com/watch?v=aaaaaaaaaaa", "https://www.youtube.com/watch?v=bbbbbbbbbbb"),
]


@pytest.mark.parametrize("url", ONE_PAGE)
def test_one_page(url: str) -> None:
    """A link in any dress has the key of the plain link."""
    assert canonical_url(url) == canonical_url(STORY)


@pytest.mark.parametrize("url", POSTS)
def test_one_post(url: str) -> None:
    """A post on X has the same key on every site that shows it."""
    assert canonical_url(url) == "x:1790441362468249642"


@pytest.mark.parametrize(("one", "two"), TWO_PAGES)
def test_two_pages(one: str, two: str) -> None:
    """Links that may lead to different pages have different keys."""
    assert canonical_url(one) != canonical_url(two)


def test_one_video() -> None:
    """A video has one key, however YouTube writes its link."""
    forms = ["https://youtu.be/dQw4w9WgXcQ?si=1", "https://www.youtube.com/shorts/dQw4w9WgXcQ"]

    assert {canonical_url(url) for url in forms} == {
        canonical_url("https://m.youtube.com/watch?v=dQw4w9WgXcQ")
    }


@pytest.mark.parametrize("url", ["", "mailto:a@example.com", "http://[::1/a", "magnet:?xt=1", "http://", "?"])
def test_no_page(url: str) -> None:
    """What is no web link is its own key."""
    assert canonical_url(f" {url} ") == url


@settings(deadline=None, max_examples=200, database=None)
@given(st.text(max_size=60), st.text(max_size=20), st.text(max_size=20))
def test_never_fails(path: str, query: str, host: str) -> None:
    """No link, however broken, stops a feed from being read; a key made again from a page is the same key."""
    canonical_url(f"https://{host}/{path}")
    key = canonical_url(f"https://example.com/{path}?{query}")

    assert key == canonical_url(f"https://example.com/{path}?{query}")
    assert keys_of(Entry(url=f"https://example.com/{path}?{query}"), 1).url


def test_keys_stay() -> None:
    """The keys in a database of today are the keys of tomorrow: otherwise every feed would look new."""
    entry = Entry(guid="1", url="https://example.com/a?utm_source=x", title="Ａ  title", text="赵长鹏" * 10)

    assert keys_of(entry, 7).all() == (
        "gd955583e565f74fc309ac0be",
        "u40f89e395b66422f4264a51b",
        "ceb2a22dcc275768406fd4c1d",
        "te06942dc4c939a972b481267",
    )
