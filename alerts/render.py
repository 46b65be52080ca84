"""An alert → the message that a chat gets. Pure: it reads no clock and no store.

    title, bold and linked (a post: its text)
    source · author · time · № number
    one or two lines around the hit, the hit in bold
    #hashtags of the watches
    the buttons of alerts/buttons.py

Telegram's limits hold by construction: 4,096 code points shown, 100 entities, 32 KiB of HTML.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime

from alerts.buttons import first
from alerts.context import context, places, reasons_in_text
from alerts.links import host, is_disguised, link
from alerts.markup import visible
from alerts.prose import Prose
from alerts.send import Alert
from alerts.shown import ELLIPSIS, SENTENCE_END, cut, one_line, paragraphs
from errors import QueryError
from locales import Text, escaped
from matching.query import hashtag, parse
from model import Entry, Message
from text import fold_key

_LIMIT = 4096  # code points after the markup is read (Bot API, sendMessage)
_ENTITIES = 90  # of 100; the rest is left to what Telegram finds by itself
_NAMES = 2_500  # code points of hashtags
_LEAD = 300  # code points of a post in bold; what follows is plain
_UNTITLED = 1_000  # code points shown of a feed's entry that has no title
_SOURCE = 80
_AUTHOR = 60
_LEAST_CONTEXT = 40  # code points; less says nothing
_NAMELESS = "#hark"  # the hashtag of a query without letters
_OLDEST = datetime(1990, 1, 1, tzinfo=UTC)  # an earlier date is a broken clock


def render_alert(alert: Alert, text: Text, now: datetime) -> Message:
    """Return the message that tells `alert` in the chat's language."""
    url = link(alert.item.entry.url)
    return Message(
        html=_html(alert, text, now),
        buttons=first(alert, text),
        preview_url=url if alert.chat.previews else "",
        silent=alert.chat.silent,
    )


def render_gone(alert: Alert, text: Text, now: datetime) -> Message:
    """Return what the message of an alert becomes when its post is gone, as X asks."""
    html = "\n".join((text.html("alert-gone"), _meta(alert, text, now), _names(alert, text)))
    gone = replace(alert, item=replace(alert.item, entry=replace(alert.item.entry, url="")))
    return Message(html, first(gone, text), silent=True, edit_message_id=alert.delivery.message_id)


def _html(alert: Alert, text: Text, now: datetime) -> str:
    names = _names(alert, text)
    meta = _meta(alert, text, now)
    room = _LIMIT - len(visible(meta)) - len(visible(names)) - 2
    body = _Body(alert, (_ENTITIES - min(names.count("#"), 60)) // 2)
    head = body.head(text, room)
    lines = [head, meta, body.below(room - len(visible(head)) - 1), names]
    return "\n".join(line for line in lines if line)


@dataclass(frozen=True, slots=True)
class _Body:
    """What the alert shows of the entry itself."""

    alert: Alert
    entities: int

    @property
    def entry(self) -> Entry:
        return self.alert.item.entry

    def head(self, text: Text, room: int) -> str:
        """Return the title, or what stands in its place."""
        title = one_line(self.entry.title)
        if title:
            return self._bold_link(cut(title, room))
        post = self._post(room)
        if not post:
            return self._bold_link(text.plain("alert-untitled"))
        end = _lead(post)
        return self._bold_link(post[:end]) + self._prose(post[end:])

    def below(self, room: int) -> str:
        """Return the lines of context, "" when there is nothing to add."""
        if room < _LEAST_CONTEXT:
            return ""
        if not one_line(self.entry.title) and self._shows_hit():
            return ""
        source = self.alert.item.source_name
        return self._prose(cut(context(self.entry, self.alert.delivery.hits, source), room))

    def _post(self, room: int) -> str:
        return cut(paragraphs(self.entry.text), min(room, _LIMIT if _is_post(self.entry) else _UNTITLED))

    def _shows_hit(self) -> bool:
        """Tell whether the first hit stands in what an untitled entry shows."""
        starts = [reason.start for reason in reasons_in_text(self.entry, self.alert.delivery.hits)]
        return not starts or min(starts) < _UNTITLED - 100 or _is_post(self.entry)

    def _bold_link(self, text: str) -> str:
        url = link(self.entry.url)
        if url:
            return f'<b><a href="{escaped(url)}">{escaped(text)}</a></b>'
        return Prose(bold=[(0, len(text))], entities=self.entities).html(text)

    def _prose(self, text: str) -> str:
        if not text:
            return ""
        bold = places(text, reasons_in_text(self.entry, self.alert.delivery.hits))
        return Prose(bold, link(self.entry.url), _is_post(self.entry), self.entities).html(text)


def _is_post(entry: Entry) -> bool:
    return entry.guid.startswith("x:")


def _lead(post: str) -> int:
    """Return where the bold part of a post ends: its first line, of a long one the first sentences."""
    line = post.find("\n")
    end = len(post) if line < 0 else line
    if end <= _LEAD:
        return end
    kept = cut(post[:end], _LEAD).removesuffix(ELLIPSIS)
    sentences = [found.end() for found in SENTENCE_END.finditer(kept + " ")]
    if sentences:
        return sentences[-1]
    space = kept.rfind(" ")
    return space if space > 0 else len(kept)


def _meta(alert: Alert, text: Text, now: datetime) -> str:
    """Return where it comes from, when, and the alert's number."""
    entry = alert.item.entry
    source = one_line(alert.item.source_name) or host(entry.url)
    tame = Prose(url=link(entry.url), entities=1).html  # a feed may call itself "/stop"
    parts = [tame(cut(source, _SOURCE))] if source and not _is_same(source, entry) else []
    author = cut(one_line(entry.author), _AUTHOR)
    if _is_post(entry) and author:
        owner = cut(one_line(alert.item.owner), _AUTHOR)
        parts += [tame(owner)] if owner and fold_key(owner) != fold_key(author[1:]) else []
        parts.append(f'<a href="https://x.com/{escaped(author[1:])}">{escaped(author)}</a>')
    elif author and "@" not in author and fold_key(author) != fold_key(source):
        parts.append(tame(author))
    if is_disguised(entry.url):
        parts.append(escaped(host(entry.url)))
    parts.append(_time(alert, text, now))
    if alert.number:
        key = "alert-again" if alert.delivery.uncertain else "alert-number"
        parts.append(text.html(key, number=str(alert.number)))
    return text.line(parts)


def _is_same(source: str, entry: Entry) -> bool:
    """Tell whether the source of a post is named as its author is."""
    return _is_post(entry) and fold_key(source).removeprefix("@") == fold_key(entry.author).removeprefix("@")


def _time(alert: Alert, text: Text, now: datetime) -> str:
    published = alert.item.entry.published
    known = published is not None and _OLDEST < published <= now
    moment = (published if known and published else alert.item.found).astimezone(UTC)
    shown = escaped(text.date(moment, now) + (" UTC" if text.zone is None else ""))
    return f'<tg-time unix="{int(moment.timestamp())}" format="r">{shown}</tg-time>'


def _names(alert: Alert, text: Text) -> str:
    """Return the hashtags of all watches that hit, or that the chat follows everything here."""
    if not alert.delivery.hits:
        return text.html("alert-everything")
    names = list(dict.fromkeys(_name(hit.query) for hit in alert.delivery.hits))
    kept: list[str] = []
    used = 0
    for name in names:
        used += len(name) + 1
        if used > _NAMES:
            break
        kept.append(name)
    more = [f"+{len(names) - len(kept)}"] if len(kept) < len(names) else []
    return escaped(" ".join(kept + more))


def _name(query: str) -> str:
    try:
        tag = hashtag(parse(query))
    except QueryError:
        tag = _NAMELESS
    return cut(one_line(query), _SOURCE) if tag == _NAMELESS else tag
