"""Watching words: /watch, /unwatch, and taking a removal back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from errors import QueryError
from handlers import looking_up, x_price
from handlers.begun import answer_begun, with_names
from handlers.call import Call, Command, Desk, Registry, Reply, shown_limit
from handlers.dialogs import ask
from handlers.following import follow
from handlers.lists import removal_list, undo
from handlers.own_names import apply_names, choice_for, join
from handlers.paging import SIZE
from handlers.tapped import gone
from handlers.testing import look_back
from handlers.ways_out import Taking, ways_out
from handlers.words import fitting, label, mistake, named, same
from matching.choice import choice_from_json, choice_json
from matching.query import parse, split
from matching.stored import tree_json
from model import Button, Message, Watch
from store import deliveries, watches

_INSTEAD, _BESIDES = Taking("go", "watch-button"), Taking("go", "watch-button", ":k")
_MOST_ARGS = 32  # a button's data is 64 bytes, an argument and its colon two or more


def register(registry: Registry) -> None:
    """Let people watch and unwatch."""
    registry.command("unwatch unsub remove del unsubscribe", unwatch)
    registry.tap("go", watch_quoted)
    registry.tap("fq", follow_quoted)
    registry.tap("back", take_back)
    registry.tap("wy", end_together)


@dataclass(frozen=True, slots=True)
class _Begun:
    watch: Watch


@dataclass(frozen=True, slots=True)
class _Known:
    watch: Watch


@dataclass(frozen=True, slots=True)
class _Full:
    words: str


_Outcome = _Begun | _Known | _Full | QueryError


async def watch(call: Call, desk: Desk) -> Reply:
    """Begin to watch for the words, each part between commas and new lines for itself; without words, ask."""
    parts = split(call.words)
    if not parts:
        return await ask(call, desk, "watch")
    return await watch_each(call, desk, parts)


async def watch_quoted(call: Call, desk: Desk) -> Reply:
    """Begin to watch for what the tapped message proposes; the answer takes its place, or comes below."""
    reply = await _watch_tapped(call, desk, call.quoted_at(0))
    if call.arg(1):
        return reply
    edited = tuple(replace(each, edit_message_id=call.message_id) for each in reply.messages)
    return replace(reply, messages=edited)


async def follow_quoted(call: Call, desk: Desk) -> Reply:
    """Let the address that the tapped message shows be followed."""
    address = call.quoted_at(0)
    if not address:
        return Reply(toast=desk.text.plain("error-old-button"))
    reply = await follow(replace(call, deed=Command("follow", address)), desk)
    return replace(reply, toast=desk.text.plain("follow-toast"))


async def watch_like(call: Call, desk: Desk, other: Watch) -> Reply:
    """Begin a watch for what another chat's looks for: by the same names, no louder than there."""
    return await watch_each(call, desk, (other.query,), other)


async def _watch_tapped(call: Call, desk: Desk, words: str) -> Reply:
    if not words:
        return Reply(toast=desk.text.plain("error-old-button"))
    reply = await watch_each(call, desk, (words,))
    return replace(reply, toast=desk.text.plain("watch-toast"))


async def watch_each(call: Call, desk: Desk, parts: Sequence[str], like: Watch | None = None) -> Reply:
    """Begin to watch for each part and say so in one message; how often one was said is added later."""
    known = await watches.of_chat(desk.conn, desk.chat.id)
    outcomes: list[_Outcome] = []
    for part in parts:
        outcome, begun = await _begin(call, desk, part, known, like)
        outcomes.append(outcome)
        known += begun
    if len(outcomes) == 1:
        [outcome] = outcomes
        if isinstance(outcome, _Begun):
            await look_back(call, desk, outcome.watch, asks=True)
        return Reply((await _one(desk, outcome, len(known)),))
    lines = [_line(desk, outcome) for outcome in outcomes]
    footer = desk.text.html("watch-count", count=len(known), limit=shown_limit(desk.watch_limit))
    html = f"{fitting(lines)}\n\n{footer}"
    errors = [each for each in outcomes if isinstance(each, QueryError)]
    begun = [each.watch for each in outcomes if isinstance(each, _Begun)]
    rows = (*ways_out(html, errors, desk.text, _BESIDES), *_ways_in(desk, begun))
    return Reply((Message(html, rows),))


def _ways_in(desk: Desk, begun: Sequence[Watch]) -> tuple[tuple[Button, ...], ...]:
    """Return the buttons that open the screens of new watches, and the one that ends them all."""
    if not begun:
        return ()
    opened = [Button(label(each.query), f"o:{each.id}:0") for each in begun[:SIZE]]
    rows = (tuple(opened[first : first + 2]) for first in range(0, len(opened), 2))
    name = "undo-all-button" if len(begun) > 1 else "undo-button"
    undone = Button(desk.text.plain(name), f"wy:{begun[0].id}:{begun[-1].id}")
    return (*rows, (undone,))


async def end_together(call: Call, desk: Desk) -> Reply:
    """End the watches that one message began, those of them that are still there."""
    mine = await watches.of_chat(desk.conn, desk.chat.id)
    # ids rise, and what one message begins is stored at once: whatever lies between belongs to it
    ended = [each for each in mine if call.number_at(0) <= each.id <= call.number_at(1)]
    if not ended:
        return gone(desk)
    [message] = (await _remove(desk, ended)).messages
    message = replace(message, edit_message_id=call.message_id)
    return Reply((message,), toast=desk.text.plain("undo-all-toast"))


async def _begin(
    call: Call, desk: Desk, words: str, known: Sequence[Watch], like: Watch | None
) -> tuple[_Outcome, list[Watch]]:
    try:
        query = parse(words)
    except QueryError as error:
        return error, []
    tidy = str(query)
    for each in known:
        if same(parse(each.query)) == same(query):
            return _Known(replace(each, query=tidy)), []
    if len(known) >= desk.watch_limit:
        return _Full(tidy), []
    place, tree = call.place.thread_id, tree_json(query)
    begun = await watches.add(desk.conn, desk.chat.id, tidy, desk.now, place, tree)
    begun = await _with_options(desk, begun, like)
    await looking_up.begin(call, desk, begun, query)
    await x_price.begin(call, desk, begun)
    return _Begun(begun), [begun]


async def _with_options(desk: Desk, begun: Watch, like: Watch | None) -> Watch:
    """Return a new watch with the chat's own names that concern it, and with the options of another one."""
    theirs = choice_from_json("" if like is None else like.choice)
    for row in theirs.own:
        await join(desk, row)
    choice = replace(await choice_for(desk, begun.query), off=theirs.off)
    if like is not None and like.silent:
        await watches.silence(desk.conn, begun.id, silent=True)
    if kept := choice_json(choice):
        await watches.choose(desk.conn, begun.id, kept)
    return replace(begun, choice=kept, silent=like is not None and like.silent)


async def _one(desk: Desk, outcome: _Outcome, count: int) -> Message:
    text, limit = desk.text, shown_limit(desk.watch_limit)
    match outcome:
        case _Begun(begun):
            return await answer_begun(desk, begun, count)
        case _Known(known):
            html = text.html("watch-known", words=known.query, count=count, limit=limit)
            return with_names(desk, known, html)
        case _Full(words):
            return Message(text.html("watch-full", words=words, count=count, limit=limit))
        case QueryError():
            html = mistake(outcome, text)
            return Message(html, ways_out(html, (outcome,), text, _INSTEAD))


def _line(desk: Desk, outcome: _Outcome) -> str:
    match outcome:
        case _Begun(begun):
            return desk.text.html("watch-line-begun", words=label(begun.query))
        case _Known(known):
            return desk.text.html("watch-line-known", words=label(known.query))
        case _Full(words):
            return desk.text.html("watch-line-full", words=label(words), limit=shown_limit(desk.watch_limit))
        case QueryError():
            return "✗ " + mistake(outcome, desk.text)


async def unwatch(call: Call, desk: Desk) -> Reply:
    """End the watches that the words name, or those of the alert replied to; else let people choose."""
    mine = await watches.of_chat(desk.conn, desk.chat.id)
    if not call.words:
        told = await _of_alert(call, desk, mine)
        return await _remove(desk, told) if told else Reply((removal_list(desk, mine, 0),))
    parts = split(call.words)
    found = [named(part, mine) for part in parts]
    if len(parts) == 1 and len(found[0]) != 1:
        key = "unwatch-many" if found[0] else "unwatch-unknown"
        note = desk.text.html(key, words=label(call.words))
        return Reply((removal_list(desk, found[0] or mine, 0, note),))
    removed = [each[0] for each in found if len(each) == 1]
    unknown = [part for part, each in zip(parts, found, strict=True) if len(each) != 1]
    return await _remove(desk, list(dict.fromkeys(removed)), unknown)


async def _of_alert(call: Call, desk: Desk, mine: Sequence[Watch]) -> list[Watch]:
    if call.answers is None:
        return []
    told = await deliveries.of_message(desk.conn, desk.chat.id, call.answers)
    hit = {each.watch_id for each in told.hits} if told is not None else set()
    return [each for each in mine if each.id in hit]


async def _remove(desk: Desk, removed: Sequence[Watch], unknown: Sequence[str] = ()) -> Reply:
    await watches.remove(desk.conn, [each.id for each in removed])
    lines = [desk.text.html("unwatch-done", words=label(each.query)) for each in removed]
    lines += [desk.text.html("unwatch-line-unknown", words=label(words)) for words in unknown]
    return Reply((Message(fitting(lines), undo(desk.text, [each.id for each in removed])),))


async def take_back(call: Call, desk: Desk) -> Reply:
    """Let removed watches go on as if nothing had been."""
    mine = await watches.of_chat(desk.conn, desk.chat.id)
    wanted = dict.fromkeys(call.number_at(index) for index in range(_MOST_ARGS))
    room = max(0, desk.watch_limit - len(mine))
    ids = [number for number in wanted if number and number not in {each.id for each in mine}][:room]
    found = [await watches.restore(desk.conn, desk.chat.id, number) for number in ids]
    restored = [each for each in found if each is not None]
    if not restored:
        return Reply(toast=desk.text.plain("undo-too-late"))
    await apply_names(desk)  # the chat's own names may have changed since
    html = fitting([desk.text.html("undo-done", words=label(each.query)) for each in restored])
    return Reply((Message(html, edit_message_id=call.message_id),), toast=desk.text.plain("undo-toast"))
