"""Trying words on what already came: /test."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from datetime import timedelta
from html import escape

from errors import QueryError
from handlers.call import Call, Desk, Registry, Reply
from handlers.dialogs import ask
from handlers.words import label, mistake
from matching.index import match_one
from matching.query import Query, parse
from model import Button, Item, Message
from store import items, sources
from text import graphemes

_DAYS = 7
_MOST_ITEMS = 2_000
_SAMPLES = 3
_TITLE = 120  # code points


def register(registry: Registry) -> None:
    """Let people try words."""
    registry.command("test try preview", test)


async def test(call: Call, desk: Desk) -> Reply:
    """Show what the words would have found in the last week, with a button that starts the watch."""
    if not call.words:
        return await ask(call, desk, "test")
    try:
        query = parse(call.words)
    except QueryError as error:
        return Reply((Message(mistake(error, desk.text)),))
    own = [source.id for source, _ in await sources.followed_by(desk.conn, desk.chat.id)]
    kept = await items.of_sources(desk.conn, own, desk.now - timedelta(days=_DAYS), _MOST_ITEMS)
    found = await asyncio.to_thread(
        _matching, query, kept
    )  # off the loop: a second of work on a slow machine
    words = str(query)
    key = "test-found" if found else "test-nothing"
    lines = [desk.text.html(key, words=words, count=len(found), items=len(kept), days=_DAYS)]
    lines += [_sample(item) for item in found[:_SAMPLES]]
    start = Button(desk.text.plain("watch-button", words=label(words)), "go")
    return Reply((Message("\n".join(lines), ((start,),)),))


def _matching(query: Query, kept: Sequence[Item]) -> list[Item]:
    return [item for item in kept if match_one(query, item.entry) is not None]


def _sample(item: Item) -> str:
    title = graphemes(item.entry.title or item.entry.text, _TITLE) or item.entry.url
    shown = escape(title, quote=False)
    if item.entry.url:
        shown = f'<a href="{escape(item.entry.url)}">{shown}</a>'
    return f"• {shown} · {escape(item.source_name, quote=False)}"
