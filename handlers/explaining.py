"""Why something was told, or was not: /why.

It is said of one kept item and each of the chat's watches, judged as it was when the item was found.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from alerts.because import Because
from alerts.links import link
from alerts.prose import Prose
from alerts.shown import cut, one_line
from errors import QueryError
from handlers.call import Call, Desk, Registry, Reply
from handlers.dialogs import ask
from handlers.following import STEP
from handlers.targets import read_target
from handlers.words import fitting, label, moment
from locales import Text, escaped
from matching.aliases import Table
from matching.choice import choice_from_json
from matching.context import Context
from matching.explain import Missing, why_not
from matching.judge import match_one
from matching.names import Names
from matching.query import parse
from model import Delivery, DeliveryState, Entry, Errand, Item, Message, Reason, SourceKind, Watch
from store import deliveries, errands, held, items, over, quiet, sources, watches
from store.database import Connection, Database
from store.errands import Asked
from store.held import Held, HeldBy
from stories.keys import keys_of

WHY = "why"
"""The kind of errand that explains one item."""

_TITLE = 200  # code points
_SOURCE = 80
_LINKS = 8  # of one message, that are looked for
_LISTED, _TOLD_ALL = "@", "@@"  # as the pipeline marks further sources of an item
_NAMELESS = -1  # a source that is read no more, or whose name is not for this chat
_SUPERGROUPS = -(10**12)  # above their ids
_LINK = re.compile(r"https?://\S+", re.IGNORECASE)
_STATES = {
    DeliveryState.DUE: "why-waiting",
    DeliveryState.SENDING: "why-waiting",
    DeliveryState.HELD: "why-held",
    DeliveryState.FAILED: "why-failed",
    DeliveryState.DROPPED: "why-dropped",
}


_HELD = {
    HeldBy.MUTE: "why-kept-mute",
    HeldBy.PAUSE: "why-kept-pause",
    HeldBy.CHAT_PAUSED: "why-kept-stop",
    HeldBy.CHAT_LOST: "why-kept-lost",
    HeldBy.CHAT_BANNED: "why-kept-banned",
    HeldBy.QUOTA: "why-kept-quota",
}


def register(registry: Registry) -> None:
    """Let people ask why."""
    registry.command("why", why, anyone=True)


async def why(call: Call, desk: Desk) -> Reply:
    """Let the alert replied to be explained, or what stands behind a link; without either, ask for a link."""
    told = await deliveries.of_message(desk.conn, desk.chat.id, call.answers) if call.answers else None
    if told is not None and told.item_id is not None:
        return await explain(call, desk, told.item_id, told.source_id or 0)
    links = _links(call)
    if not links and not call.words and call.answers is None:
        return await ask(call, desk, "why")
    if not links:
        return Reply((Message(desk.text.html("why-no-link")),))
    found = await _kept(desk, links)
    if found is None:
        return Reply((Message(desk.text.html("why-not-kept")),))
    return await explain(call, desk, *found)


async def explain(call: Call, desk: Desk, item_id: int, source_id: int, reply_to: int | None = None) -> Reply:
    """Let one kept item be explained, under the name of a source that this chat may know."""
    payload = {"item": str(item_id), "source": str(source_id), "reply_to": str(reply_to or "")}
    await errands.add(desk.conn, Asked(desk.chat.id, WHY, payload, call.place.thread_id), desk.now)
    return Reply(wake=STEP)


def _links(call: Call) -> list[str]:
    """Return the links that are meant: those said, else those of the message replied to."""
    said = _LINK.findall(call.words)
    for word in call.words.split() if not said else ():
        target = read_target(word)
        if target is not None and target.kind is SourceKind.FEED:
            said.append(target.address)
    return list(dict.fromkeys((*said, *call.links)))[:_LINKS]


async def _kept(desk: Desk, links: Sequence[str]) -> tuple[int, int] | None:
    """Return the item behind the first link that this chat can know of, and the source that brought it.

    That is one which this chat may know: who else follows a source is nobody's business.
    """
    for each in links:
        key = keys_of(Entry(url=each), 0).url
        for known in await items.known(desk.conn, [key]) if key else ():
            listed = [known.source_id, *_further(known.keys)]
            names = await sources.known_to(desk.conn, desk.chat.id, listed)
            if names or _TOLD_ALL in known.keys:
                return known.id, next((number for number in listed if number in names), _NAMELESS)
    return None


def _further(keys: frozenset[str]) -> list[int]:
    """Return the further sources that listed an item."""
    marks = [key.removeprefix(_LISTED) for key in keys if key.startswith(_LISTED)]
    return [int(mark) for mark in marks if mark.isdecimal()]


@dataclass(frozen=True, slots=True)
class _Verdict:
    """What one watch makes of the item."""

    watch: Watch
    reasons: tuple[Reason, ...] | None
    missing: Missing | None


@dataclass(frozen=True, slots=True)
class _Known:
    """All that is kept of an item, as far as it concerns one chat."""

    item: Item
    told: Delivery | None
    held: Mapping[int, Held]  # by watch
    also: tuple[str, ...]  # further sources that brought it
    until: datetime | None  # when the alert is tried again; None: it does not wait
    over: datetime | None  # when the day's limit kept back what no watch hit; None: it did not


class Explaining:
    """Does the errands of /why."""

    def __init__(self, database: Database, clock: Callable[[], datetime]) -> None:
        """Read what is kept in `database`."""
        self._database = database
        self._clock = clock

    async def work(self, errand: Errand) -> Callable[[Connection, Errand, Text], Awaitable[Message]]:
        """Judge the item by each watch of the chat; what is returned says it."""
        async with self._database.read() as conn:
            item = await items.get(conn, int(errand.payload["item"]), int(errand.payload["source"]) or None)
            gone = item is not None and await items.is_gone(conn, item.id)
            rows = await watches.of_chat(conn, errand.chat_id)
            known = await _known(conn, errand.chat_id, item) if item else None
        verdicts = await asyncio.to_thread(self._judged, rows, item) if item and not gone else []

        async def say(conn: Connection, errand: Errand, text: Text) -> Message:
            if known is None or gone:
                return Message(text.html("alert-gone" if gone else "why-forgotten"))
            alert = known.told.message_id if known.told else None
            reply_to = int(errand.payload.get("reply_to") or 0) or alert
            return Message(_said(text, known, verdicts, self._clock()), reply_to=reply_to)

        return say

    @staticmethod
    def _judged(rows: Sequence[Watch], item: Item) -> list[_Verdict]:
        table, context = Names(Table.load()), Context(item.source_name, item.found)
        found = []
        for watch in rows:
            try:
                query = parse(watch.query)
            except QueryError:  # kept by a release that read queries otherwise
                continue
            names = table.chosen(choice_from_json(watch.choice))
            reasons = match_one(query, item.entry, context, names)
            missing = why_not(query, item.entry, context, names) if reasons is None else None
            found.append(_Verdict(watch, reasons, missing))
        return sorted(found, key=lambda each: each.reasons is None)


async def _known(conn: Connection, chat_id: int, item: Item) -> _Known:
    told = await deliveries.of_item(conn, chat_id, item.id)
    listed = [item.source_id, *_further(await items.keys_of(conn, item.id))]
    names = await sources.known_to(conn, chat_id, listed)
    also = tuple(sorted({name for name in names.values() if name != item.source_name}))
    until = None
    if told is not None and told.state is DeliveryState.DUE:
        until = max(told.due, await quiet.until(conn, chat_id) or told.due)
    kept = await held.of_item(conn, chat_id, item.id)
    beyond = None if told or kept else await over.when(conn, chat_id, item.id)
    return _Known(item, told, kept, also, until, beyond)


def _said(text: Text, known: _Known, verdicts: Sequence[_Verdict], now: datetime) -> str:
    item = known.item
    lines = [f"<b>{linked(item, _TITLE)}</b>", _facts(text, item, now)]
    if known.also:
        lines.append(f"{text.html('why-also')} {text.line(map(_tame, known.also))}")
    lines += _sent(text, known, now)
    lines.append("")
    because = Because(text, item.found)
    lines += [_line(text, known, each, because, now) for each in verdicts]
    if not verdicts:
        lines.append(text.html("why-no-watches"))
    return fitting(lines)


def linked(item: Item, room: int) -> str:
    """Return the title of an item as HTML that leads to it."""
    entry = item.entry
    title = cut(one_line(entry.title) or one_line(entry.text) or one_line(entry.url), room)
    url = link(entry.url)
    return f'<a href="{escaped(url)}">{escaped(title)}</a>' if url else Prose().html(title)


def source_of(item: Item) -> str:
    """Return the source of an item as HTML; a feed may call itself "/stop"."""
    return _tame(item.source_name)


def _tame(name: str) -> str:
    return Prose(entities=2).html(cut(one_line(name), _SOURCE))


def _facts(text: Text, item: Item, now: datetime) -> str:
    found, published = moment(text, item.found, now), item.entry.published
    if published is None:
        facts = text.html("why-facts-undated", **found)
    else:
        when = {f"published-{name}": value for name, value in moment(text, published, now).items()}
        facts = text.html("why-facts", **found, **when)
    return text.line(filter(None, (source_of(item), facts)))


def _sent(text: Text, known: _Known, now: datetime) -> list[str]:
    told = known.told
    if told is None and known.over is not None:
        return [text.html("why-kept-quota", **moment(text, known.over, now))]
    if told is None:
        return [text.html("why-baseline")] if known.item.baseline else []
    key = _STATES.get(told.state)
    if known.until is not None and known.until > now:
        said = text.html("why-waiting-until", **moment(text, known.until, now))
    elif key:
        said = text.html(key)
    else:
        said = text.line([text.html("why-sent", **moment(text, told.sent or now, now)), _number(text, told)])
    return [said] if told.hits else [said, text.html("why-everything")]


def _number(text: Text, told: Delivery) -> str:
    """Return the number of an alert; in a supergroup or channel it leads to the message."""
    number = text.html("alert-number", number=str(told.id))
    if told.chat_id >= _SUPERGROUPS or told.message_id is None:
        return number
    return f'<a href="https://t.me/c/{_SUPERGROUPS - told.chat_id}/{told.message_id}">{number}</a>'


def _line(text: Text, known: _Known, verdict: _Verdict, because: Because, now: datetime) -> str:
    told, words = known.told, label(verdict.watch.query)
    if verdict.missing is not None:
        return text.html("why-miss", words=words, because=text.line(because.misses(verdict.missing)))
    said = text.html("why-hit", words=words, because=text.line(because.hits(verdict.reasons or ())))
    kept_back = known.held.get(verdict.watch.id)
    if told is not None and told.state is not DeliveryState.DROPPED and _names(told, verdict.watch):
        return said
    if kept_back is not None:
        return f"{said} · {_kept_back(text, kept_back, now)}"
    if (told is None and known.item.baseline) or (told is not None and _names(told, verdict.watch)):
        return said
    return f"{said} · {text.html(_unsent(verdict.watch, known.item))}"


def _names(told: Delivery, watch: Watch) -> bool:
    return watch.id in {hit.watch_id for hit in told.hits}


def _kept_back(text: Text, by: Held, now: datetime) -> str:
    when = by.until or by.since or by.at
    return text.html(_HELD[by.by], **moment(text, when, now))


def _unsent(watch: Watch, item: Item) -> str:
    if watch.created > item.found:
        return "why-unsent-younger"
    return "why-unsent-paused" if watch.paused else "why-unsent"
