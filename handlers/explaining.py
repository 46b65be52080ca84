"""Why something was told, or was not: /why.

It is said of one kept item and each of the chat's watches, judged as it was when the item was found.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import Awaitable, Callable, Sequence
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
from store import deliveries, errands, items, sources, watches
from store.database import Connection, Database
from store.errands import Asked
from stories.keys import keys_of

WHY = "why"
"""The kind of errand that explains one item."""

_TITLE = 200  # code points
_SOURCE = 80
_LINKS = 8  # of one message, that are looked for
_LISTED, _TOLD_ALL = "@", "@@"  # as the pipeline marks further sources of an item
_LINK = re.compile(r"https?://\S+", re.IGNORECASE)
_STATES = {
    DeliveryState.DUE: "why-waiting",
    DeliveryState.SENDING: "why-waiting",
    DeliveryState.HELD: "why-held",
    DeliveryState.FAILED: "why-failed",
    DeliveryState.DROPPED: "why-dropped",
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
    """Return the item behind the first link that this chat can know of, and the source that brought it."""
    own = {source.id for source, _ in await sources.followed_by(desk.conn, desk.chat.id)}
    for each in links:
        key = keys_of(Entry(url=each), 0).url
        for known in await items.known(desk.conn, [key]) if key else ():
            listed = [known.source_id, *_further(known.keys)]
            mine = [source_id for source_id in listed if source_id in own]
            if known.shared or _TOLD_ALL in known.keys or mine:
                return known.id, known.source_id if known.shared or not mine else mine[0]
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
            rows = await watches.of_chat(conn, errand.chat_id)
            told = await deliveries.of_item(conn, errand.chat_id, item.id) if item else None
        verdicts = await asyncio.to_thread(self._judged, rows, item) if item else []

        async def say(conn: Connection, errand: Errand, text: Text) -> Message:
            if item is None:
                return Message(text.html("why-forgotten"))
            html = _said(text, item, told, verdicts, self._clock())
            return Message(html, reply_to=int(errand.payload.get("reply_to") or 0) or None)

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


def _said(text: Text, item: Item, told: Delivery | None, verdicts: Sequence[_Verdict], now: datetime) -> str:
    lines = [f"<b>{linked(item, _TITLE)}</b>", _facts(text, item, now)]
    lines += _sent(text, item, told, now)
    lines.append("")
    because = Because(text, item.found)
    lines += [_line(text, item, told, each, because) for each in verdicts]
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
    return Prose(entities=2).html(cut(one_line(item.source_name), _SOURCE))


def _facts(text: Text, item: Item, now: datetime) -> str:
    found, published = moment(text, item.found, now), item.entry.published
    if published is None:
        facts = text.html("why-facts-undated", **found)
    else:
        when = {f"published-{name}": value for name, value in moment(text, published, now).items()}
        facts = text.html("why-facts", **found, **when)
    return text.line(filter(None, (source_of(item), facts)))


def _sent(text: Text, item: Item, told: Delivery | None, now: datetime) -> list[str]:
    if told is None:
        return [text.html("why-baseline")] if item.baseline else []
    key = _STATES.get(told.state)
    said = text.html(key) if key else text.html("why-sent", **moment(text, told.sent or now, now))
    return [said] if told.hits else [said, text.html("why-everything")]


def _line(text: Text, item: Item, told: Delivery | None, verdict: _Verdict, because: Because) -> str:
    words = label(verdict.watch.query)
    if verdict.missing is not None:
        return text.html("why-miss", words=words, because=text.line(because.misses(verdict.missing)))
    said = text.html("why-hit", words=words, because=text.line(because.hits(verdict.reasons or ())))
    if told is None and item.baseline:
        return said
    if told is not None and verdict.watch.id in {hit.watch_id for hit in told.hits}:
        return said
    return f"{said} · {text.html(_unsent(verdict.watch, item))}"


def _unsent(watch: Watch, item: Item) -> str:
    if watch.created > item.found:
        return "why-unsent-younger"
    return "why-unsent-paused" if watch.paused else "why-unsent"
