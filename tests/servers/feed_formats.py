"""How the loopback site writes its entries down: RSS 2.0, Atom 1.0, JSON Feed 1.1."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import format_datetime
from enum import StrEnum
from xml.sax.saxutils import escape, quoteattr


class Format(StrEnum):
    """A feed format."""

    RSS = "rss"
    ATOM = "atom"
    JSON = "json"


CONTENT_TYPES = {
    Format.RSS: "application/rss+xml; charset=utf-8",
    Format.ATOM: "application/atom+xml; charset=utf-8",
    Format.JSON: "application/feed+json; charset=utf-8",
}


@dataclass(frozen=True, slots=True)
class Published:
    """One entry as its site means it; "" leaves an element out."""

    title: str
    text: str  # HTML, as feeds hold it
    link: str
    guid: str
    published: datetime
    title_is_html: bool = False  # Atom only: the others cannot say it


@dataclass(frozen=True, slots=True)
class Listing:
    """What a feed holds."""

    title: str
    link: str
    entries: tuple[Published, ...]


def render(listing: Listing, form: Format) -> bytes:
    """Return the document, UTF-8."""
    writers: dict[Format, Callable[[Listing], str]] = {
        Format.RSS: _rss,
        Format.ATOM: _atom,
        Format.JSON: _json,
    }
    return writers[form](listing).encode()


def _element(name: str, text: str, attributes: str = "") -> str:
    return f"<{name}{attributes}>{escape(text)}</{name}>" if text else ""


def _rss(listing: Listing) -> str:
    items = "\n".join(
        "<item>"
        + _element("title", entry.title)
        + _element("link", entry.link)
        + _element("guid", entry.guid, ' isPermaLink="false"')
        + _element("pubDate", format_datetime(entry.published.astimezone(UTC), usegmt=True))
        + _element("description", entry.text)
        + "</item>"
        for entry in listing.entries
    )
    head = _element("title", listing.title) + _element("link", listing.link) + "<description/>"
    channel = f"<channel>{head}\n{items}\n</channel>"
    return f'<?xml version="1.0" encoding="utf-8"?>\n<rss version="2.0">{channel}</rss>\n'


def _atom(listing: Listing) -> str:
    entries = "\n".join(
        "<entry>"
        + _element("title", entry.title, f' type="{"html" if entry.title_is_html else "text"}"')
        + (f"<link href={quoteattr(entry.link)}/>" if entry.link else "")
        + _element("id", entry.guid)
        + _element("published", entry.published.astimezone(UTC).isoformat())
        + _element("updated", entry.published.astimezone(UTC).isoformat())
        + _element("summary", entry.text, ' type="html"')
        + "</entry>"
        for entry in listing.entries
    )
    updated = max((entry.published for entry in listing.entries), default=datetime(1970, 1, 1, tzinfo=UTC))
    head = (
        _element("title", listing.title)
        + _element("id", listing.link)
        + _element("updated", updated.astimezone(UTC).isoformat())
    )
    namespace = "http://www.w3.org/2005/Atom"
    return f'<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="{namespace}">{head}\n{entries}\n</feed>\n'


def _json(listing: Listing) -> str:
    items = [
        {
            name: value
            for name, value in (
                ("id", entry.guid),
                ("url", entry.link),
                ("title", entry.title),
                ("content_html", entry.text),
                ("date_published", entry.published.astimezone(UTC).isoformat()),
            )
            if value
        }
        for entry in listing.entries
    ]
    version = "https://jsonfeed.org/version/1.1"
    document = {"version": version, "title": listing.title, "home_page_url": listing.link, "items": items}
    return json.dumps(document, ensure_ascii=False, indent=1)
