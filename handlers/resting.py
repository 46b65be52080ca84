"""Silence and its end: /pause, /resume, /stop."""

from __future__ import annotations

from dataclasses import replace

from handlers.arrivals import end_silence, fall_silent
from handlers.call import Call, Desk, Registry, Reply
from handlers.words import fitting, label, named
from model import Button, ChatState, Message
from store import watches


def register(registry: Registry) -> None:
    """Let people have silence."""
    registry.command("pause", pause)
    registry.command("resume", resume)
    registry.command("stop", stop)
    registry.tap("on", resume_tapped)


async def pause(call: Call, desk: Desk) -> Reply:
    """Let the watch that the words name rest; without words, everything."""
    return await _one(call, desk, paused=True) if call.words else await stop(call, desk)


async def resume(call: Call, desk: Desk) -> Reply:
    """Let the watch that the words name work again; without words, all that are not paused by themselves."""
    if call.words:
        return await _one(call, desk, paused=False)
    if desk.chat.state is ChatState.PAUSED:
        await end_silence(desk.conn, desk.chat, desk.now)
    mine = await watches.of_chat(desk.conn, desk.chat.id)
    resting = sum(each.paused for each in mine)
    html = desk.text.html("chats-resumed", count=len(mine) - resting)
    if resting:
        html += "\n" + desk.text.html("chats-still-paused", count=resting)
    return Reply((Message(html),))


async def stop(call: Call, desk: Desk) -> Reply:
    """Send no alerts to this chat until it resumes; what comes meanwhile is not told later."""
    await fall_silent(desk.conn, desk.chat, ChatState.PAUSED, desk.now)
    count = len(await watches.of_chat(desk.conn, desk.chat.id))
    back = Button(desk.text.plain("stop-button-resume"), "on")
    return Reply((Message(desk.text.html("chats-paused", count=count), ((back,),)),))


async def resume_tapped(call: Call, desk: Desk) -> Reply:
    """End the silence; the answer takes the place of the message with the button."""
    reply = await resume(call, desk)
    return Reply(tuple(replace(each, edit_message_id=call.message_id) for each in reply.messages))


async def _one(call: Call, desk: Desk, *, paused: bool) -> Reply:
    mine = await watches.of_chat(desk.conn, desk.chat.id)
    found = named(call.words, mine)
    if not found:
        return Reply((Message(desk.text.html("unwatch-unknown", words=label(call.words))),))
    for each in found:
        await watches.pause(desk.conn, each.id, paused=paused)
    key = "watch-paused" if paused else "watch-resumed"
    return Reply((Message(fitting([desk.text.html(key, words=label(each.query)) for each in found])),))
