"""JSON Feed 1 and 1.1 (jsonfeed.org) → drafts of entries; feedparser does not read it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from feeds.entry import Draft, Words, fingerprint, sane
from feeds.plain import Markup

MAX_ENTRIES = 500


@dataclass(frozen=True, slots=True)
class JsonFeed:
    """A JSON Feed: its title and its newest entries, each with its fingerprint, in order."""

    title: str
    drafts: tuple[tuple[int, Draft], ...]


def read(data: bytes, known: frozenset[int]) -> tuple[JsonFeed, tuple[int, ...]] | None:
    """Return the feed with the entries not `known`, and the known ones it lists; None: no JSON Feed."""
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
    newest = _newest(items)
    drafts = tuple((number, _draft(items[number], feed)) for number in newest if number not in known)
    return JsonFeed(_string(feed, "title"), drafts), tuple(number for number in newest if number in known)


def _newest(items: Mapping[int, Mapping[str, object]]) -> list[int]:
    numbers = list(items)
    if len(numbers) <= MAX_ENTRIES:
        return numbers
    moments = {number: _moment(items[number]) for number in numbers}
    dated = sorted(numbers, key=lambda number: -(moment.timestamp() if (moment := moments[number]) else 0))
    keep = frozenset(dated[:MAX_ENTRIES])
    return [number for number in numbers if number in keep]


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
