"""What is read for a chat and how it is doing: /sources and /status. Other chats' own sources never show."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import timedelta
from html import escape

from feeds.addresses import printable
from handlers import x_spent
from handlers.call import Call, Desk, Registry, Reply, shown_limit
from handlers.paging import page_of
from handlers.words import label, moment, reason
from model import (
    Button,
    ChatState,
    DeliveryState,
    Failure,
    Follow,
    FollowMode,
    Message,
    Source,
    SourceKind,
)
from store import chats, deliveries, sources, watches
from text import graphemes

_NAME = 60  # code points
_LABEL = 24  # of a button that shares its row
_DAY = timedelta(hours=24)
_WEEK = timedelta(days=7)


def register(registry: Registry) -> None:
    """Let people see what is read."""
    registry.command("sources feeds", show)
    registry.command("status health", status)
    registry.tap("s", turn)


def source_name(source: Source) -> str:
    """Return what a source is called: its name, else its address without what is secret in it."""
    if source.name:
        return graphemes(source.name, _NAME)
    if source.kind is SourceKind.X:
        return f"@{source.address}"
    return graphemes(printable(source.address).partition("://")[2].rstrip("/"), _NAME)


async def visible(desk: Desk) -> list[tuple[Source, Follow | None]]:
    """Return the sources that serve the chat, failing ones first, each with how the chat follows it."""
    own = {
        source.id: (source, follow) for source, follow in await sources.followed_by(desk.conn, desk.chat.id)
    }
    rest = [source for source in await sources.shared(desk.conn) if source.id not in own]
    every: list[tuple[Source, Follow | None]] = [*own.values(), *((source, None) for source in rest)]
    return sorted(every, key=lambda each: (each[0].failing_since is None, each[1] is None))


async def show(call: Call, desk: Desk) -> Reply:
    """Show the first page of the sources."""
    page = await _page(desk, 0)
    bought = await x_spent.of_watches(call, desk)
    return Reply((Message("\n".join((page.html, *bought)), page.buttons),))


async def turn(call: Call, desk: Desk) -> Reply:
    """Show another page of the sources."""
    page = await _page(desk, call.number_at(0))
    return Reply((Message(page.html, page.buttons, edit_message_id=call.message_id),))


async def _page(desk: Desk, number: int) -> Message:
    rows = await visible(desk)
    if not rows:
        return Message(desk.text.html("sources-none"))
    page = page_of(rows, number)
    failing = sum(source.failing_since is not None for source, _ in rows)
    alerts = await alerts_of(desk, [source.id for source, _ in page.rows])
    lines = [desk.text.html("sources-title", count=len(rows), failing=failing)]
    if any(source.kind is SourceKind.X for source, _ in rows):
        lines += await x_spent.of_stream(desk)
    lines += [_row(desk, source, follow, alerts.get(source.id, 0)) for source, follow in page.rows]
    opened = [
        Button(label(source_name(source), _LABEL), f"so:{source.id}:{page.number}") for source, _ in page.rows
    ]
    pairs = tuple(tuple(opened[at : at + 2]) for at in range(0, len(opened), 2))
    return Message("\n".join(lines), (*pairs, *page.arrows("s")))


async def alerts_of(desk: Desk, source_ids: Collection[int]) -> Mapping[int, int]:
    """Return how many alerts the chat had of each source in seven days; none: not there."""
    return await deliveries.by_source(desk.conn, desk.chat.id, source_ids, desk.now - _WEEK)


def _row(desk: Desk, source: Source, follow: Follow | None, alerts: int) -> str:
    text = desk.text
    parts = [f"<b>{escape(source_name(source), quote=False)}</b>"]
    if follow is not None:
        key = "everything" if follow.mode is FollowMode.EVERYTHING else "words"
        parts.append(text.html(f"sources-own-{key}"))
    if source.failing_since is not None and source.failure is not None:
        return f"⚠️ {text.line(parts)}\n    {ill(desk, source, source.failure)}"
    if source.last_read is None:
        parts.append(text.html("sources-waiting"))
    elif source.last_entry is None:
        parts.append(text.html("sources-read", ago=text.ago(source.last_read, desk.now)))
    else:
        parts.append(text.html("sources-entry", ago=text.ago(source.last_entry, desk.now)))
    if alerts:
        parts.append(text.html("sources-alerts", count=alerts))
    return f"• {text.line(parts)}"


def ill(desk: Desk, source: Source, failure: Failure) -> str:
    """Say since when, why, and when it is tried next."""
    text = desk.text
    since = moment(text, source.failing_since or desk.now, desk.now)
    following = moment(text, max(source.due or desk.now, desk.now), desk.now)
    return text.html(
        "sources-x-failing" if source.kind is SourceKind.X else "sources-failing",
        reason=reason(text, failure),
        **since,
        **{f"next-{k}": v for k, v in following.items()},
    )


async def status(call: Call, desk: Desk) -> Reply:
    """Say how Hark is doing for this chat; an operator is told of the whole as well."""
    rows = [source for source, _ in await visible(desk)]
    text, now = desk.text, desk.now
    mine = await watches.of_chat(desk.conn, desk.chat.id)
    alerts = await deliveries.counts(desk.conn, desk.chat.id, now - _DAY)
    reads = [source.last_read for source in rows if source.last_read is not None]
    failing = sum(source.failing_since is not None for source in rows)
    healthy = sum(source.failing_since is None and source.last_read is not None for source in rows)
    state = "paused" if desk.chat.state is ChatState.PAUSED else "active"
    lines = [
        text.html(f"status-{state}"),
        text.html("status-sources", count=healthy, failing=failing),
        text.html("status-watches", count=len(mine), limit=shown_limit(desk.watch_limit)),
        text.html("status-alerts", count=alerts.get(DeliveryState.SENT, 0)),
    ]
    if reads:
        lines.append(text.html("status-read", ago=text.ago(max(reads), now)))
    if any(source.kind is SourceKind.X for source in rows):
        lines += await x_spent.of_stream(desk)
    if call.user_id in desk.policy.admins:
        lines += ["", await _whole(desk), *await x_spent.of_hark(desk)]
    return Reply((Message("\n".join(lines)),))


async def _whole(desk: Desk) -> str:
    read, failing = await sources.counts(desk.conn)
    alerts = await deliveries.counts(desk.conn, None, desk.now - _DAY)
    waiting = alerts.get(DeliveryState.DUE, 0) + alerts.get(DeliveryState.SENDING, 0)
    return desk.text.html(
        "status-operator",
        chats=await chats.count(desk.conn),
        watches=await watches.count(desk.conn),
        sources=read,
        failing=failing,
        sent=alerts.get(DeliveryState.SENT, 0),
        waiting=waiting,
    )
