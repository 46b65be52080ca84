"""A public Telegram channel as its page on the web shows it (t.me/s/name) → drafts of entries.

The page is no feed, but lists the last twenty posts in one fixed form. It is read as runs of tags, in linear
time, as everything else that a stranger writes; what is not of that form is no channel.
"""

from __future__ import annotations

import html
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import datetime

from feeds.entry import Draft, Words, fingerprint, sane
from feeds.plain import Markup
from feeds.sifting import sift

_MARK = b'class="tgme_channel_info'
_POST = '<div class="tgme_widget_message_wrap'
_NUMBER = re.compile(r'data-post="([A-Za-z][\w]{2,63}/\d{1,19})"')
_TEXT = re.compile(r'<div class="tgme_widget_message_text js-message_text"[^>]{0,200}>(.*?)</div>', re.DOTALL)
_TIME = re.compile(r'<time\b[^>]{0,200}?\bdatetime="([^"]{10,40})"')
_PHOTO = re.compile(
    r"tgme_widget_message_(?:photo|video_thumb)[^>]{0,800}?background-image:url\('([^']{1,2000})'\)"
)
_TITLE = re.compile(r'<meta property="og:title" content="([^"]{0,600})"')


@dataclass(frozen=True, slots=True)
class Channel:
    """A channel: its title and its newest unknown posts, each with its fingerprint, newest first."""

    title: str
    drafts: tuple[tuple[int, Draft], ...]
    kept: tuple[int, ...]
    passed_over: tuple[int, ...]


def is_channel(body: bytes) -> bool:
    """Say whether a page is that of a channel which shows its posts."""
    return _MARK in body and _POST.encode() in body


def read(data: bytes, known: Collection[int]) -> Channel:
    """Return the posts of a page (UTF-8) that are not `known`."""
    page = data.decode("utf-8", "replace")
    posts = dict(reversed(list(_posts(page))))
    sifted = sift(list(posts), known, lambda numbers: [_seconds(posts[number]) for number in numbers])
    fresh = tuple((number, posts[number]) for number in sifted.fresh)
    title = _TITLE.search(page)
    return Channel(html.unescape(title[1]) if title else "", fresh, sifted.kept, sifted.passed_over)


def _posts(page: str) -> Iterator[tuple[int, Draft]]:
    for piece in page.split(_POST)[1:]:
        found = _NUMBER.search(piece[:4096])
        if found is None:
            continue
        texts = [Words(text, Markup.HTML) for text in _TEXT.findall(piece)]
        said = "".join(words.value for words in texts)
        moment = _TIME.search(piece)
        photos = tuple(html.unescape(url) for url in _PHOTO.findall(piece))
        link = f"https://t.me/{found[1]}"
        draft = Draft(
            guid=link,
            links=(link,),
            texts=tuple(texts),
            published=_moment(moment[1]) if moment else None,
            media=photos,
        )
        # views and reactions change at every poll: they are no part of the post
        yield fingerprint(f"{link}\n{said}".encode("utf-8", "replace")), draft


def _moment(text: str) -> datetime | None:
    try:
        return sane(datetime.fromisoformat(text))
    except ValueError:
        return None


def _seconds(draft: Draft) -> float:
    return draft.published.timestamp() if draft.published else 0.0
