"""A chat's watches as a list to look at, and as a list to remove from."""

from __future__ import annotations

from collections.abc import Sequence

from handlers import over_quota
from handlers.call import Call, Desk, Registry, Reply, shown_limit
from handlers.marks import ROOM
from handlers.paging import page_of
from handlers.tapped import gone, mine
from handlers.watch_state import brought_by, lately, state_of
from handlers.words import label
from locales import Text
from model import Button, ChatState, Message, Watch
from store import watches
from store.deliveries import Brought

_DATA = 64 - ROOM  # bytes of a button's data: Telegram's limit, less the mark of the chat it is about


def register(registry: Registry) -> None:
    """Let people look through their watches."""
    registry.command("list watches rss ls", show, anyone=True)
    registry.tap("l", turn, anyone=True)
    registry.tap("d", remove)
    registry.tap("r", turn_removal)
    registry.tap("x", remove_listed)


async def show(call: Call, desk: Desk) -> Reply:
    """Show the watches of the chat."""
    return Reply((await watch_list(desk, await _mine(desk), 0),))


async def turn(call: Call, desk: Desk) -> Reply:
    """Show another page of the list, or come back to it from a screen."""
    return _edited(call, await watch_list(desk, await _mine(desk), call.number_at(0)))


async def turn_removal(call: Call, desk: Desk) -> Reply:
    """Show another page of the list to remove from."""
    return _edited(call, removal_list(desk, await _mine(desk), call.number_at(0)))


async def remove(call: Call, desk: Desk) -> Reply:
    """End one watch from its screen and show the list again."""
    return await _removed(call, desk, removal=False)


async def remove_listed(call: Call, desk: Desk) -> Reply:
    """End one watch from the list to remove from and show that again."""
    return await _removed(call, desk, removal=True)


async def _removed(call: Call, desk: Desk, *, removal: bool) -> Reply:
    found = await mine(desk, call.number_at(0))
    if found is None:
        return gone(desk)
    await watches.remove(desk.conn, [found.id])
    note = desk.text.html("unwatch-done", words=label(found.query))
    left, page = await _mine(desk), call.number_at(1)
    shown = removal_list(desk, left, page, note) if removal else await watch_list(desk, left, page, note)
    shown = Message(shown.html, (*shown.buttons, *undo(desk.text, [found.id])))
    return _edited(call, shown, desk.text.plain("unwatch-toast", words=label(found.query)))


async def _mine(desk: Desk) -> list[Watch]:
    return await watches.of_chat(desk.conn, desk.chat.id)


def _edited(call: Call, message: Message, toast: str = "") -> Reply:
    return Reply((Message(message.html, message.buttons, edit_message_id=call.message_id),), toast)


async def watch_list(desk: Desk, rows: Sequence[Watch], number: int, note: str = "") -> Message:
    """Return a page of the chat's watches: the state of each, and what it brought lately."""
    text, page = desk.text, page_of(rows, number)
    if not rows:
        return Message("\n".join(filter(None, (note, text.html("list-empty")))))
    lines = [text.html("list-title", count=len(rows), limit=shown_limit(desk.watch_limit))]
    brought = await lately(desk)
    for index, each in enumerate(page.rows, page.first):
        lines.append(_row(desk, each, index, brought.get(each.id)))
    lines += await over_quota.line(desk)
    if desk.chat.state is ChatState.PAUSED:
        lines += ["", text.html("list-paused")]
    lines = [note, "", *lines] if note else lines
    buttons = tuple(
        (Button(f"{page.first + index}. {label(each.query)}", f"o:{each.id}:{page.number}"),)
        for index, each in enumerate(page.rows)
    )
    return Message("\n".join(lines), (*buttons, *page.arrows("l")))


def removal_list(desk: Desk, rows: Sequence[Watch], number: int, note: str = "") -> Message:
    """Return a page of watches, each with a button that ends it."""
    text, page = desk.text, page_of(rows, number)
    if not rows:
        return Message("\n".join(filter(None, (note, text.html("list-empty")))))
    html = "\n".join(filter(None, (note, text.html("unwatch-which"))))
    buttons = tuple(
        (Button(f"✕ {label(each.query)}", f"x:{each.id}:{page.number}", danger=True),) for each in page.rows
    )
    return Message(html, (*buttons, *page.arrows("r")))


def _row(desk: Desk, watch: Watch, number: int, brought: Brought | None) -> str:
    row = desk.text.html("list-row", number=number, words=label(watch.query))
    said = () if brought is None else brought_by(desk, brought)
    return " · ".join(filter(None, (row, state_of(desk, watch), *said)))


def undo(text: Text, watch_ids: Sequence[int]) -> tuple[tuple[Button, ...], ...]:
    """Return the button that takes a removal back; none when there is nothing, or too much for a button."""
    data = ":".join(("back", *map(str, watch_ids)))
    if not watch_ids or len(data) > _DATA:
        return ()
    return ((Button(text.plain("undo-button"), data),),)
