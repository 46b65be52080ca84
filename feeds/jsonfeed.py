"""JSON Feed 1 and 1.1 (jsonfeed.org) → drafts of entries; feedparser does not read it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from feeds.entry import Draft, Words, fingerprint, sane
from feeds.plain import Markup
from feeds.sifting import sift


@dataclass(frozen=True, slots=True)
class JsonFeed:
    """A JSON Feed: its title and its newest unknown entries, each with its fingerprint, in order."""

    title: str
    addresses: tuple[str, ...]  # where it says that it is, best first
    drafts: tuple[tuple[int, Draft], ...]
    kept: tuple[int, ...]  # known ones that it lists
    passed_over: tuple[int, ...]  # too many to be read


def read(data: bytes, known: frozenset[int]) -> JsonFeed | None:
    """Return the feed with the entries not `known`; None: no JSON Feed."""
    try:
        # numbers stay as they are written: an id of 20,000 digits is an id, not arithmetic
        feed = json.loads(data.decode("utf-8", "replace"), parse_int=str, parse_float=str, strict=False)
    except (ValueError, RecursionError):
        return None
    if not isinstance(feed, dict) or not isinstance(feed.get("items"), list):
        return None
    if "jsonfeed.org/version/" not in _string(feed, "version"):
        return None
    items: dict[int, Mapping[str, object]] = {}
    for item in feed["items"]:
        if isinstance(item, dict):
            items.setdefault(fingerprint(json.dumps(item, sort_keys=True).encode()), item)
    found = sift(list(items), known, lambda numbers: [_seconds(items[number]) for number in numbers])
    return JsonFeed(
        _string(feed, "title"),
        (_string(feed, "feed_url"), _string(feed, "home_page_url")),
        tuple((number, _draft(items[number], feed)) for number in found.fresh),
        found.kept,
        found.passed_over,
    )


def _seconds(item: Mapping[str, object]) -> float:
    moment = _moment(item)
    return moment.timestamp() if moment else 0.0


def _draft(item: Mapping[str, object], feed: Mapping[str, object]) -> Draft:
    texts = (
        Words(_string(item, "content_html"), Markup.HTML),
        Words(_string(item, "content_text"), Markup.PLAIN),
        Words(_string(item, "summary"), Markup.PLAIN),
    )
    attached = (_string(part, "url") for part in _objects(item, "attachments"))
    return Draft(
        guid=_string(item, "id"),
        links=(_string(item, "url"), _web(_string(item, "id")), _string(item, "external_url")),
        title=Words(_string(item, "title"), Markup.PLAIN),
        texts=texts,
        author=_author(item) or _author(feed),
        published=_moment(item),
        language=_string(item, "language") or _string(feed, "language"),
        tags=tuple(tag for tag in _list(item, "tags") if isinstance(tag, str)),
        media=tuple(filter(None, (*attached, _string(item, "image"), _string(item, "banner_image")))),
    )


def _author(thing: Mapping[str, object]) -> str:
    single = thing.get("author")
    people = [*_objects(thing, "authors"), *([single] if isinstance(single, dict) else [])]
    names = dict.fromkeys(name for person in people if (name := _string(person, "name")))
    return ", ".join(names)


def _moment(item: Mapping[str, object]) -> datetime | None:
    for name in ("date_published", "date_modified"):
        try:
            moment = sane(datetime.fromisoformat(_string(item, name)[:40].strip()))
        except ValueError:
            continue
        if moment:
            return moment
    return None


def _web(value: str) -> str:
    return value if value.startswith(("http://", "https://")) else ""


def _string(thing: Mapping[str, object], name: str) -> str:
    value = thing.get(name)
    return value if isinstance(value, str) else ""


def _list(thing: Mapping[str, object], name: str) -> list[object]:
    value = thing.get(name)
    return value if isinstance(value, list) else []


def _objects(thing: Mapping[str, object], name: str) -> list[Mapping[str, object]]:
    return [value for value in _list(thing, name) if isinstance(value, dict)]
