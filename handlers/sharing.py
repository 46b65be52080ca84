"""A watch given to others: its link, what the link shows to whoever opens it, and the tap that copies it."""

from __future__ import annotations

from dataclasses import replace

from errors import QueryError
from handlers.call import Call, Desk, Registry, Reply
from handlers.links import forwarding
from handlers.own_names import choice_for
from handlers.tapped import gone, mine
from handlers.tasting import taste
from handlers.watching import watch_like
from handlers.words import label
from matching.choice import Choice, choice_from_json, choice_json
from matching.query import parse
from model import Button, Message, Watch
from store import watches

SHARED = "w_"
"""What the payload of a link to a watch begins with."""

_LONGEST = 120  # code points of words on a screen that holds links


def register(registry: Registry) -> None:
    """Let people share a watch and take a shared one."""
    registry.tap("sh", show_link)
    registry.tap("cp", copy)


async def show_link(call: Call, desk: Desk) -> Reply:
    """Show the links to one watch in the place of its screen."""
    found = await mine(desk, call.number_at(0))
    if found is None:
        return gone(desk)
    text, private, group = desk.text, desk.links.to_watch(found.id), desk.links.to_group(found.id)
    html = text.html("share-screen", words=label(found.query, _LONGEST), link=private, group=group)
    send = Button(text.plain("share-send-button"), url=forwarding(private))
    add = Button(text.plain("share-group-button"), url=group)
    back = Button(text.plain("back-button"), f"o:{found.id}:{call.number_at(1)}")
    return Reply((Message(html, ((send,), (add,), (back,)), edit_message_id=call.message_id),))


async def open_link(call: Call, desk: Desk, payload: str) -> Reply | str:
    """Show what a shared watch would have brought here; else return the key of what is said instead."""
    number = desk.links.watch_of(payload)
    if number is None:
        return "share-bad-link"
    found = await _readable(desk, number)
    if found is None:
        return "share-gone"
    choice = choice_json(await _choice(desk, found))
    head = "share-offered-group" if call.place.crowded else "share-offered"
    wish = {"words": found.query, "choice": choice, "start": f"cp:{payload}", "head": head}
    return await taste(call, desk, wish)


async def copy(call: Call, desk: Desk) -> Reply:
    """Begin a watch like the shared one: its words, names and sound, not where it lived nor that it rests."""
    number = desk.links.watch_of(call.arg(0))
    if number is None:
        return Reply(toast=desk.text.plain("error-old-button"))
    found = await _readable(desk, number)
    if found is None:
        return Reply(toast=desk.text.plain("share-gone-toast"))
    reply = await watch_like(call, desk, found)
    edited = tuple(replace(each, edit_message_id=call.message_id) for each in reply.messages)
    return replace(reply, messages=edited, toast=desk.text.plain("watch-toast"))


async def _readable(desk: Desk, watch_id: int) -> Watch | None:
    """Return a watch of any chat that is at work and can be read."""
    found = await watches.find(desk.conn, watch_id)
    try:
        return found if found is not None and parse(found.query) else None
    except QueryError:
        return None


async def _choice(desk: Desk, shared: Watch) -> Choice:
    """Return the names of a shared watch, and those that whoever opens it has for the same."""
    theirs, ours = choice_from_json(shared.choice), await choice_for(desk, shared.query)
    return Choice(theirs.off, tuple(dict.fromkeys((*theirs.own, *ours.own))))
