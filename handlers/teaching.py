"""Teaching a watch from an alert: a word to leave out, or a source; one tap does it, one undoes it.

A message shows each changed query and what it was before in <code>: Undo finds both there, after a restart
too.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from alerts.send import Alert
from alerts.shown import cut, one_line
from errors import QueryError
from handlers.alert_menu import alert_of, forgotten
from handlers.call import Call, Desk, Registry, Reply
from handlers.following import STEP, mode_buttons
from handlers.own_names import apply_names
from handlers.tapped import gone, mine
from handlers.words import fitting, label
from locales import Text
from matching.aliases import Table
from matching.choice import choice_from_json
from matching.context import Context
from matching.exclusions import Exclusions, excluding, exclusions
from matching.judge import match_one
from matching.names import Names
from matching.query import Query, parse
from matching.tightening import without_source
from matching.tree import conjunction
from model import Button, Errand, FollowMode, Item, Message, Watch
from store import errands, items, sources, watches
from store.database import Connection, Database
from store.errands import Asked

EXCLUDE = "exclude"
"""The kind of errand that looks for words to leave out."""

_DAYS = 7
_MOST_ITEMS = 10_000
_NAME = 60  # code points of a source's name


def register(registry: Registry) -> None:
    """Let people say what they did not want."""
    registry.tap("nr", not_relevant)
    registry.tap("ne", leave_out_word)
    registry.tap("ls", leave_out_source)
    registry.tap("nx", undo)


async def not_relevant(call: Call, desk: Desk) -> Reply:
    """Let words be looked for that tell the alert apart from what else its watches hit."""
    alert = await alert_of(call, desk)
    if alert is None:
        return forgotten(desk)
    found = await _watches(desk, alert)
    if not found:
        return gone(desk)
    payload = {"delivery": str(alert.delivery.id), "item": str(alert.item.id)}
    payload |= {"source": str(alert.delivery.source_id or 0), "reply_to": str(call.message_id or "")}
    payload["watches"] = " ".join(str(each.id) for each in found)
    await errands.add(desk.conn, Asked(desk.chat.id, EXCLUDE, payload, call.place.thread_id), desk.now)
    return Reply(toast=desk.text.plain("exclude-toast"), wake=STEP)


async def leave_out_word(call: Call, desk: Desk) -> Reply:
    """Let the watches of the alert leave out a word that the tapped message proposes."""
    alert, word = await alert_of(call, desk), call.quoted_at(1)
    if alert is None or not word:
        return forgotten(desk)
    found = await _watches(desk, alert)
    if not found:
        return gone(desk)
    changed = [(each, excluding(parse(each.query), word)) for each in found]
    head = desk.text.html("exclude-done", word=word)
    return await _rewritten(call, desk, changed, Message(head, edit_message_id=call.message_id))


async def leave_out_source(call: Call, desk: Desk) -> Reply:
    """Let the watches of the alert not listen to its source; who gets everything of it gets words only."""
    alert = await alert_of(call, desk)
    if alert is None:
        return forgotten(desk)
    own = await sources.followed_by(desk.conn, desk.chat.id)
    for source, follow in own:
        if source.id == alert.delivery.source_id and follow.mode is FollowMode.EVERYTHING:
            await sources.add_follow(desk.conn, replace(follow, mode=FollowMode.WORDS))
            html = desk.text.html("follow-chosen-words", name=_name(alert.item))
            answer = Message(html, mode_buttons(desk.text, source.id), reply_to=call.message_id)
            return Reply((answer,), desk.text.plain("less-toast"))
    found = await _watches(desk, alert)
    if not found:
        return gone(desk)
    changed = [(each, _without(each, alert)) for each in found]
    if any(query is None for _, query in changed):
        return Reply(toast=desk.text.plain("less-cannot"))
    head = desk.text.html("less-done", name=_name(alert.item))
    done = [(each, query) for each, query in changed if query is not None]
    return await _rewritten(call, desk, done, Message(head, reply_to=call.message_id))


def _without(watch: Watch, alert: Alert) -> Query | None:
    """Return the query that leaves out the source of an alert, None where no words can say it."""
    if not one_line(alert.item.source_name):
        return None
    query = parse(watch.query)
    added = without_source(one_line(alert.item.source_name))
    changed = query if str(added) in watch.query else conjunction([query, added])
    context = Context(alert.item.source_name, alert.item.found)
    try:
        says_so = parse(str(changed))
    except QueryError:
        return None
    return changed if match_one(says_so, alert.item.entry, context) is None else None


async def undo(call: Call, desk: Desk) -> Reply:
    """Let the watches that the tapped message shows look for what they did before."""
    rows = await watches.of_chat(desk.conn, desk.chat.id)
    back: list[str] = []
    for now, before in zip(call.quotes[::2], call.quotes[1::2], strict=False):
        for watch in rows:
            if watch.query == now and _can_be(before):
                await watches.rewrite(desk.conn, watch.id, before)
                back.append(before)
    if not back:
        return Reply(toast=desk.text.plain("exclude-old"))
    await apply_names(desk)
    html = fitting([desk.text.html("undo-done", words=label(each)) for each in dict.fromkeys(back)])
    return Reply((Message(html, edit_message_id=call.message_id),), desk.text.plain("undo-toast"))


def _can_be(query: str) -> bool:
    try:
        parse(query)
    except QueryError:
        return False
    return True


async def _watches(desk: Desk, alert: Alert) -> list[Watch]:
    """Return the watches of the alert that are still there and can be read."""
    ids = dict.fromkeys(hit.watch_id for hit in alert.delivery.hits)
    found = [await mine(desk, each) for each in ids]
    return [each for each in found if each is not None and _can_be(each.query)]


async def _rewritten(
    call: Call, desk: Desk, changed: Sequence[tuple[Watch, Query]], message: Message
) -> Reply:
    """Let watches look for other queries and say so under the words of `message`."""
    new = [(each, str(query)) for each, query in changed if each.query != str(query)]
    if not new:
        return Reply(toast=desk.text.plain("exclude-same"))
    if not all(_can_be(query) for _, query in new):
        return Reply(toast=desk.text.plain("exclude-long"))
    lines = [message.html]
    for watch, query in new:
        await watches.rewrite(desk.conn, watch.id, query)
        lines.append(desk.text.html("exclude-changed", words=query, before=watch.query))
    await apply_names(desk)
    back = ((Button(desk.text.plain("undo-button"), "nx"),),)
    return Reply((replace(message, html=fitting(lines), buttons=back),), desk.text.plain("less-toast"))


def _name(item: Item) -> str:
    return cut(one_line(item.source_name), _NAME)


class Teaching:
    """Does the errands of Not relevant."""

    def __init__(self, database: Database, clock: Callable[[], datetime]) -> None:
        """Read what is kept in `database`."""
        self._database = database
        self._clock = clock
        self._turn = asyncio.Lock()  # a week of news in memory: one at a time

    async def work(self, errand: Errand) -> Callable[[Connection, Errand, Text], Awaitable[Message]]:
        """Look through what was kept; what is returned proposes words to leave out."""
        wish = errand.payload
        async with self._turn:
            async with self._database.read() as conn:
                item = await items.get(conn, int(wish["item"]), int(wish["source"]) or None)
                rows = list((await watches.many(conn, list(map(int, wish["watches"].split())))).values())
                own = [source.id for source, _ in await sources.followed_by(conn, errand.chat_id)]
                since = self._clock() - timedelta(days=_DAYS)
                kept = await items.of_sources(conn, own, since, _MOST_ITEMS)
            found = await asyncio.to_thread(_look, rows, item, kept) if item and rows else None

        async def say(conn: Connection, errand: Errand, text: Text) -> Message:
            if found is None:
                return Message(text.html("why-forgotten"))
            reply_to = int(wish["reply_to"] or 0) or None
            return replace(_proposal(text, rows, found, int(wish["delivery"])), reply_to=reply_to)

        return say


def _look(rows: Sequence[Watch], unwanted: Item, kept: items.Kept) -> Exclusions:
    names = Names(Table.load())
    asked = [(parse(each.query), names.chosen(choice_from_json(each.choice))) for each in rows]
    return exclusions(asked, unwanted, kept.items())


def _proposal(text: Text, rows: Sequence[Watch], found: Exclusions, delivery_id: int) -> Message:
    words = label(", ".join(each.query for each in rows))
    if not found.offered:
        return Message(text.html("exclude-none", words=words))
    lines = [text.html("exclude-which", words=words)]
    lines += [
        text.html("exclude-word", word=each.word, removed=each.removed, of=found.hits)
        for each in found.offered
    ]
    buttons = [(Button(f"−{each.word}", f"ne:{delivery_id}:{at}"),) for at, each in enumerate(found.offered)]
    return Message("\n".join(lines), tuple(buttons))
