"""A chat's watches as a list to look at, each with its own screen, and as a list to remove from.

A screen is one message, edited in place; every button says which page to come back to.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from handlers.call import Call, Desk, Registry, Reply
from handlers.paging import page_of
from handlers.switches import has_names
from handlers.tapped import gone, mine
from handlers.words import label, moment
from locales import Text
from model import Button, ChatState, Message, Watch
from store import watches

MUTE = timedelta(hours=24)
_DATA = 64  # bytes of a button's data, Telegram's limit


def register(registry: Registry) -> None:
    """Let people look through their watches."""
    registry.command("list watches rss ls", show, anyone=True)
    registry.tap("l", turn, anyone=True)
    registry.tap("o", open_watch)
    registry.tap("p", pause)
    registry.tap("q", mute)
    registry.tap("d", remove)
    registry.tap("r", turn_removal)
    registry.tap("x", remove_listed)


async def show(call: Call, desk: Desk) -> Reply:
    """Show the watches of the chat."""
    return Reply((watch_list(desk, await _mine(desk), 0),))


async def turn(call: Call, desk: Desk) -> Reply:
    """Show another page of the list, or come back to it from a screen."""
    return _edited(call, watch_list(desk, await _mine(desk), call.number_at(0)))


async def turn_removal(call: Call, desk: Desk) -> Reply:
    """Show another page of the list to remove from."""
    return _edited(call, removal_list(desk, await _mine(desk), call.number_at(0)))


async def open_watch(call: Call, desk: Desk) -> Reply:
    """Show one watch with what can be done with it."""
    found = await mine(desk, call.number_at(0))
    return _edited(call, _screen(desk, found, call.number_at(1))) if found else gone(desk)


async def pause(call: Call, desk: Desk) -> Reply:
    """Let one watch rest, or work again."""
    found = await mine(desk, call.number_at(0))
    if found is None:
        return gone(desk)
    await watches.pause(desk.conn, found.id, paused=call.arg(2) == "1")
    return await _changed(call, desk, "watch-toast-paused" if call.arg(2) == "1" else "watch-toast-resumed")


async def mute(call: Call, desk: Desk) -> Reply:
    """Let one watch be quiet for a day, or no longer."""
    found = await mine(desk, call.number_at(0))
    if found is None:
        return gone(desk)
    on = call.arg(2) == "1"
    await watches.mute(desk.conn, found.id, desk.now + MUTE if on else None)
    return await _changed(call, desk, "watch-toast-muted" if on else "watch-toast-unmuted")


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
    shown = (removal_list if removal else watch_list)(desk, await _mine(desk), call.number_at(1), note)
    shown = Message(shown.html, (*shown.buttons, *undo(desk.text, [found.id])))
    return _edited(call, shown, desk.text.plain("unwatch-toast", words=label(found.query)))


async def _changed(call: Call, desk: Desk, toast: str) -> Reply:
    found = await mine(desk, call.number_at(0))
    if found is None:
        return gone(desk)
    return _edited(call, _screen(desk, found, call.number_at(1)), desk.text.plain(toast))


async def _mine(desk: Desk) -> list[Watch]:
    return await watches.of_chat(desk.conn, desk.chat.id)


def _edited(call: Call, message: Message, toast: str = "") -> Reply:
    return Reply((Message(message.html, message.buttons, edit_message_id=call.message_id),), toast)


def watch_list(desk: Desk, rows: Sequence[Watch], number: int, note: str = "") -> Message:
    """Return a page of the chat's watches with the state of each."""
    text, page = desk.text, page_of(rows, number)
    if not rows:
        return Message("\n".join(filter(None, (note, text.html("list-empty")))))
    lines = [text.html("list-title", count=len(rows), limit=desk.policy.watches)]
    lines += [_row(desk, each, page.first + index) for index, each in enumerate(page.rows)]
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


def _row(desk: Desk, watch: Watch, number: int) -> str:
    state = _state(desk, watch)
    row = desk.text.html("list-row", number=number, words=label(watch.query))
    return f"{row} · {state}" if state else row


def _state(desk: Desk, watch: Watch) -> str:
    if watch.paused:
        return desk.text.html("watch-state-paused")
    if watch.muted_until is not None and watch.muted_until > desk.now:
        return desk.text.html("watch-state-muted", **moment(desk.text, watch.muted_until, desk.now))
    return ""


def _screen(desk: Desk, watch: Watch, page: int) -> Message:
    text, here = desk.text, f"{watch.id}:{page}"
    muted = watch.muted_until is not None and watch.muted_until > desk.now
    state = _state(desk, watch) or text.html("watch-state-on")
    since = text.html("watch-screen-since", since=text.ago(watch.created, desk.now))
    rest = ("watch-resume-button", "0") if watch.paused else ("watch-pause-button", "1")
    quiet = ("watch-unmute-button", "0") if muted else ("watch-mute-button", "1")
    names = ((Button(text.plain("names-button"), f"n:{here}"),),) if has_names(desk, watch) else ()
    return Message(
        f"{text.html('watch-screen', words=watch.query)}\n{state} · {since}",
        (
            (
                Button(text.plain(rest[0]), f"p:{here}:{rest[1]}"),
                Button(text.plain(quiet[0]), f"q:{here}:{quiet[1]}"),
            ),
            *names,
            (Button(text.plain("watch-remove-button"), f"d:{here}", danger=True),),
            (Button(text.plain("back-button"), f"l:{page}"),),
        ),
    )


def undo(text: Text, watch_ids: Sequence[int]) -> tuple[tuple[Button, ...], ...]:
    """Return the button that takes a removal back; none when there is nothing, or too much for a button."""
    data = ":".join(("back", *map(str, watch_ids)))
    if not watch_ids or len(data) > _DATA:
        return ()
    return ((Button(text.plain("undo-button"), data),),)
