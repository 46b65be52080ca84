"""The zone in which a chat reads times: a tapped city, an IANA name, or how far it is from UTC."""

from __future__ import annotations

from dataclasses import replace

from handlers.call import Call, Desk, Registry, Reply
from handlers.dialogs import ask
from handlers.preferences import settings_screen, zone_guess
from handlers.words import label
from locales import CITIES, read_zone
from model import Button, Message
from store import chats

_IN_A_ROW = 3


def register(registry: Registry) -> None:
    """Let people say where they are."""
    registry.command("timezone tz", show)
    registry.tap("tzs", open_cities)
    registry.tap("tz", choose)
    registry.tap("tza", ask_for_zone)


async def show(call: Call, desk: Desk) -> Reply:
    """Show the cities; a zone named with the command is taken at once."""
    if not call.words:
        return Reply((_cities(call, desk),))
    wanted = read_zone(call.words)
    if not wanted:
        html = desk.text.html("zone-unknown", words=label(call.words))
        return Reply((replace(_cities(call, desk), html=html),))
    now = await _live_in(desk, wanted)
    return Reply((Message(_done(now)),))


async def open_cities(call: Call, desk: Desk) -> Reply:
    """Show the cities in place of the settings."""
    return Reply((replace(_cities(call, desk), edit_message_id=call.message_id),))


async def choose(call: Call, desk: Desk) -> Reply:
    """Show times as this city has them from now on."""
    wanted = read_zone(call.arg(0))
    if not wanted:
        return Reply(toast=desk.text.plain("error-old-button"))
    now = await _live_in(desk, wanted)
    screen = replace(settings_screen(call, now), edit_message_id=call.message_id)
    return Reply((screen,), toast=now.text.plain("zone-toast", **_facts(now)))


async def ask_for_zone(call: Call, desk: Desk) -> Reply:
    """Ask for a zone that is not among the cities."""
    return await ask(call, desk, "timezone")


async def _live_in(desk: Desk, zone: str) -> Desk:
    chat = replace(desk.chat, zone=zone)
    await chats.save(desk.conn, chat)
    now = replace(desk, chat=chat)
    return replace(now, text=desk.catalogue.text_for(replace(now.reader, zone=zone)))


def _facts(desk: Desk) -> dict[str, str]:
    return {"city": desk.text.city(desk.chat.zone), "clock": desk.text.clock(desk.now)}


def _done(desk: Desk) -> str:
    return desk.text.html("zone-done", **_facts(desk))


def _cities(call: Call, desk: Desk) -> Message:
    text = desk.text
    buttons = [Button(_marked(desk, zone), f"tz:{zone}") for zone in CITIES]
    rows = [tuple(buttons[at : at + _IN_A_ROW]) for at in range(0, len(buttons), _IN_A_ROW)]
    last = (Button(text.plain("zone-other"), "tza"), Button(text.plain("back-button"), "sets"))
    guess = zone_guess(call, desk)
    return Message(text.html("zone-which"), (*((guess,) if guess else ()), *rows, last))


def _marked(desk: Desk, zone: str) -> str:
    name = desk.text.city(zone)
    return f"✓ {name}" if zone == desk.chat.zone else name
