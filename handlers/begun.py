"""The answer of /watch: what is looked for and where, with the switches that change it in place."""

from __future__ import annotations

from dataclasses import replace

from errors import QueryError
from handlers.call import Call, Desk, Registry, Reply, shown_limit
from handlers.lists import undo
from handlers.narrowing import narrowings
from handlers.switches import flip, names_of
from handlers.tapped import gone, mine
from handlers.testing import look_back
from handlers.watch_screen import narrowed
from handlers.words import label
from matching.query import parse
from model import Button, ChatState, Message, Watch
from store import sources, watches
from store.database import Connection


def register(registry: Registry) -> None:
    """Let people change what they have just begun to watch."""
    registry.tap("wn", turn_names)
    registry.tap("wf", flip_name)
    registry.tap("wa", narrow)
    registry.tap("wg", start)
    registry.tap("wq", start_tighter)
    registry.tap("wz", take_back)


async def answer_begun(desk: Desk, begun: Watch, count: int, page: int = 0) -> Message:
    """Return what /watch answers: where is looked, by which names, and the switches that change it."""
    text, limit = desk.text, shown_limit(desk.watch_limit)
    served = await count_sources(desk.conn, desk.chat.id)
    html = text.html("watch-begun", words=begun.query, sources=served, count=count, limit=limit)
    if desk.chat.state is ChatState.PAUSED:
        html += "\n" + text.html("watch-while-paused")
    shown, data = with_names(desk, begun, html, page), f"wa:{begun.id}:{page}"
    undone = Button(text.plain("undo-button"), f"wz:{begun.id}")
    return replace(shown, buttons=(*shown.buttons, (*narrowings(text, begun.query, data), undone)))


def with_names(desk: Desk, watch: Watch, html: str, page: int = 0) -> Message:
    """Return a message with the names by which a watch finds too, each with a switch."""
    names = names_of(desk, watch, page, (f"wn:{watch.id}", f"wf:{watch.id}"))
    return Message("\n".join(filter(None, (html, names.html))), names.buttons)


async def turn_names(call: Call, desk: Desk) -> Reply:
    """Show more of the names under the answer of /watch."""
    found = await mine(desk, call.number_at(0))
    return gone(desk) if found is None else Reply((await _again(call, desk, found),))


async def flip_name(call: Call, desk: Desk) -> Reply:
    """Switch a name on or off under the answer of /watch."""
    flipped = await flip(call, desk, call.arg(2), on=call.arg(3) == "1")
    if isinstance(flipped, str):
        return Reply(toast=flipped)
    return Reply((await _again(call, desk, flipped.watch),), toast=flipped.toast)


async def narrow(call: Call, desk: Desk) -> Reply:
    """Let the new watch look more narrowly, or as before."""
    found = await mine(desk, call.number_at(0))
    if found is None:
        return gone(desk)
    await narrowed(desk, found, call.arg(2))
    return await _with_answer(call, desk, found.id)


async def start(call: Call, desk: Desk) -> Reply:
    """Let a watch that would say much begin all the same."""
    found = await mine(desk, call.number_at(0))
    if found is None:
        return gone(desk)
    await watches.pause(desk.conn, found.id, paused=False)
    return await _with_answer(call, desk, found.id)


async def start_tighter(call: Call, desk: Desk) -> Reply:
    """Let a watch that would say much begin with the tighter words that the message shows."""
    found = await mine(desk, call.number_at(0))
    if found is None:
        return gone(desk)
    try:
        words = str(parse(call.quotes[1] if len(call.quotes) > 1 else ""))  # the first are those asked about
    except QueryError:
        return Reply(toast=desk.text.plain("error-old-button"))
    await watches.rewrite(desk.conn, found.id, words)
    await watches.pause(desk.conn, found.id, paused=False)
    return await _with_answer(call, desk, found.id)


async def take_back(call: Call, desk: Desk) -> Reply:
    """End the watch that was just begun."""
    found = await mine(desk, call.number_at(0))
    if found is None:
        return gone(desk)
    await watches.remove(desk.conn, [found.id])
    html = desk.text.html("unwatch-done", words=label(found.query))
    message = Message(html, undo(desk.text, [found.id]), edit_message_id=call.message_id)
    return Reply((message,), toast=desk.text.plain("unwatch-toast", words=label(found.query)))


async def _with_answer(call: Call, desk: Desk, watch_id: int) -> Reply:
    found = await mine(desk, watch_id)
    return gone(desk) if found is None else Reply((await _again(call, desk, found),))


async def _again(call: Call, desk: Desk, watch: Watch) -> Message:
    await look_back(call, desk, watch)  # the names that are on decide what was said
    count = len(await watches.of_chat(desk.conn, desk.chat.id))
    answer = await answer_begun(desk, watch, count, call.number_at(1))
    return replace(answer, edit_message_id=call.message_id)


async def count_sources(conn: Connection, chat_id: int) -> int:
    """Return how many sources serve a chat: the shared ones and its own."""
    ids = {source.id for source in await sources.shared(conn)}
    return len(ids | {source.id for source, _ in await sources.followed_by(conn, chat_id)})
