"""Public Telegram channels, read from their page on the web."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from feeds.addresses import networks
from feeds.discovery import Found, discover
from feeds.fetch import Fetcher, FetchLimits
from feeds.rss import parse
from model import Document, Failure, FailureReason
from tests.servers.feeds import FeedServer

URL = "https://t.me/s/exchange"


def post(number: int, text: str, views: str = "1.2K", photo: str = "") -> str:
    """Write a post as the page has it."""
    picture = (
        f"""<a class="tgme_widget_message_photo_wrap" style="background-image:url('{photo}')"></a>"""
        if photo
        else ""
    )
    words = f'<div class="tgme_widget_message_text js-message_text" dir="auto">{text}</div>' if text else ""
    return f"""<div class="tgme_widget_message_wrap js-widget_message_wrap">
<div class="tgme_widget_message text_not_supported_wrap js-widget_message" data-post="exchange/{number}">
<a class="tgme_widget_message_reply">
<div class="tgme_widget_message_text js-message_reply_text">before</div></a>
{picture}{words}<span class="tgme_widget_message_views">{views}</span>
<a class="tgme_widget_message_date" href="https://t.me/exchange/{number}">
<time datetime="2026-11-25T12:0{number % 10}:00+00:00" class="time">time</time></a></div></div>"""


def page(*posts: str) -> bytes:
    """Write the page of a channel, oldest post first, as Telegram does."""
    head = '<meta property="og:title" content="Exchange &amp; News">'
    info = '<div class="tgme_channel_info">About</div>'
    return f"<!DOCTYPE html><html><head>{head}</head><body>{info}{''.join(posts)}</body></html>".encode()


def read(body: bytes, known: frozenset[int] = frozenset()) -> Document:
    """Parse a page that must be a channel's."""
    outcome = parse(body, "text/html; charset=utf-8", URL, known)
    assert isinstance(outcome, Document), outcome
    return outcome


LISTING = 'We list <b>#比特币</b><br/>now <i class="emoji"><b>🚀</b></i>'


def test_posts_are_entries_newest_first() -> None:
    """A channel's posts come with text, link, time and picture; what a post answers is no part of it."""
    document = read(page(post(1, "Old"), post(2, LISTING, photo="https://cdn.example/a.jpg?x=1&amp;y=2")))

    [new, old] = [entry for _, entry in document.entries]
    assert document.title == "Exchange & News"
    assert (new.url, new.guid, new.title) == ("https://t.me/exchange/2", "https://t.me/exchange/2", "")
    assert new.text == "We list #比特币\nnow 🚀"
    assert new.published == datetime(2026, 11, 25, 12, 2, tzinfo=UTC)
    assert new.media == ("https://cdn.example/a.jpg?x=1&y=2",)
    assert old.text == "Old"


def test_views_make_nothing_new_and_an_edit_does() -> None:
    """The next poll brings the new post and the edited one; a post that was seen more often is the same."""
    first = read(page(post(1, "One"), post(2, "Two")))
    known = frozenset(number for number, _ in first.entries)

    second = read(page(post(1, "One", views="9K"), post(2, "Two, edited"), post(3, "Three")), known)

    assert [entry.text for _, entry in second.entries] == ["Three", "Two, edited"]
    assert len(second.kept) == 1


def test_a_page_without_posts_is_no_channel() -> None:
    """A person, a bot or a channel that hides its posts is no feed."""
    body = b"<!DOCTYPE html><html><body><div class='tgme_page'>Contact @somebody</div></body></html>"

    assert parse(body, "text/html", URL) == Failure(FailureReason.NOT_A_FEED)


async def test_a_channel_is_found_as_a_feed_is() -> None:
    """Whoever follows the page of a channel follows its posts."""
    async with (
        FeedServer() as site,
        Fetcher(FetchLimits(), networks(["127.0.0.0/8"]), user_agent="Hark") as fetcher,
    ):
        address = site.page("/s/exchange", page(post(1, "One")).decode())
        found = await discover(fetcher, f"{site.url}/s/exchange", timedelta(seconds=5))

    assert isinstance(found, Found), (found, address)
    assert found.feed_url.endswith("/s/exchange")
