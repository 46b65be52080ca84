"""One watch on its own screen: how it stands, and what can be done with it.

A screen is one message, edited in place; every button says which page of the list to come back to, and a
switch to which state it leads, so that two taps in a row do no harm.
"""

from __future__ import annotations

from datetime import timedelta

from handlers.call import Call, Desk, Registry, Reply
from handlers.narrowing import CHANGES, narrowings, switch
from handlers.switches import has_names
from handlers.tapped import gone, mine
from handlers.watch_state import brought_by, is_muted, lately, state_of
from model import Button, Message, Watch
from store import watches

MUTE = timedelta(hours=24)


def register(registry: Registry) -> None:
    """Let people open a watch of the list."""
    registry.tap("o", open_watch)
    registry.tap("p", pause)
    registry.tap("q", mute)
    registry.tap("ti", narrow)
    registry.tap("si", silence)
    registry.tap("mv", move)


async def open_watch(call: Call, desk: Desk) -> Reply:
    """Show one watch with what can be done with it."""
    return await _shown(call, desk)


async def pause(call: Call, desk: Desk) -> Reply:
    """Let one watch rest, or work again."""
    on = call.arg(2) == "1"
    if (found := await mine(desk, call.number_at(0))) is not None:
        await watches.pause(desk.conn, found.id, paused=on)
    return await _shown(call, desk, "watch-toast-paused" if on else "watch-toast-resumed")


async def mute(call: Call, desk: Desk) -> Reply:
    """Let one watch be quiet for a day, or no longer."""
    on = call.arg(2) == "1"
    if (found := await mine(desk, call.number_at(0))) is not None:
        await watches.mute(desk.conn, found.id, desk.now + MUTE if on else None)
    return await _shown(call, desk, "watch-toast-muted" if on else "watch-toast-unmuted")


async def silence(call: Call, desk: Desk) -> Reply:
    """Let the alerts of one watch come without sound, or with it again."""
    on = call.arg(2) == "1"
    if (found := await mine(desk, call.number_at(0))) is not None:
        await watches.silence(desk.conn, found.id, silent=on)
    return await _shown(call, desk, "watch-toast-silent" if on else "watch-toast-loud")


async def narrow(call: Call, desk: Desk) -> Reply:
    """Let one watch look more narrowly, or as before."""
    if (found := await mine(desk, call.number_at(0))) is not None:
        await narrowed(desk, found, call.arg(2))
    return await _shown(call, desk)


async def narrowed(desk: Desk, watch: Watch, change: str) -> None:
    """Change the words of a watch as a switch asks; what was changed meanwhile stays as it is."""
    wanted = CHANGES[change](watch.query) if change in CHANGES else None
    if wanted is not None:
        await watches.rewrite(desk.conn, watch.id, wanted)


async def move(call: Call, desk: Desk) -> Reply:
    """Let the alerts of one watch come into the topic in which its screen stands."""
    if (found := await mine(desk, call.number_at(0))) is not None:
        await watches.move(desk.conn, found.id, call.place.thread_id)
    return await _shown(call, desk, "watch-toast-moved")


async def _shown(call: Call, desk: Desk, toast: str = "") -> Reply:
    found = await mine(desk, call.number_at(0))
    if found is None:
        return gone(desk)
    text = desk.text
    since = text.html("watch-screen-since", since=text.ago(found.created, desk.now))
    state = state_of(desk, found) or text.html("watch-state-on")
    lines = [
        text.html("watch-screen", words=found.query),
        text.line((state, since)),
        text.line(brought_by(desk, (await lately(desk)).get(found.id))),
    ]
    message = Message("\n".join(lines), _buttons(call, desk, found), edit_message_id=call.message_id)
    return Reply((message,), toast=text.plain(toast) if toast else "")


def _buttons(call: Call, desk: Desk, watch: Watch) -> tuple[tuple[Button, ...], ...]:
    text, here = desk.text, f"{watch.id}:{call.number_at(1)}"
    rest = ("watch-resume-button", "0") if watch.paused else ("watch-pause-button", "1")
    quiet = ("watch-unmute-button", "0") if is_muted(desk, watch) else ("watch-mute-button", "1")
    changed = [Button(text.plain("watch-edit-button"), f"ed:{here}")]
    if has_names(desk, watch):
        changed.append(Button(text.plain("names-button"), f"n:{here}"))
    silent = switch(text, "watch-silent-button", f"si:{here}:{int(not watch.silent)}", on=watch.silent)
    switches = (silent, *narrowings(text, watch.query, f"ti:{here}"))
    elsewhere = not desk.elsewhere and call.place.thread_id != watch.thread_id
    moved = ((Button(text.plain("watch-here-button"), f"mv:{here}"),),) if elsewhere else ()
    return (
        (
            Button(text.plain(rest[0]), f"p:{here}:{rest[1]}"),
            Button(text.plain(quiet[0]), f"q:{here}:{quiet[1]}"),
        ),
        tuple(changed),
        switches,
        *moved,
        (
            Button(text.plain("watch-sources-button"), f"ws:{here}"),
            Button(text.plain("share-button"), f"sh:{here}"),
        ),
        (Button(text.plain("watch-remove-button"), f"d:{here}", danger=True),),
        (Button(text.plain("back-button"), f"l:{call.number_at(1)}"),),
    )
