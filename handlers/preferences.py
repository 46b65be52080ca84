"""How a chat wants it: /settings and /lang. Each screen is one message, edited in place."""

from __future__ import annotations

from dataclasses import replace

from handlers.beginning import GREETING, greeting
from handlers.call import Call, Desk, Registry, Reply
from locales import likely_zone
from model import Button, Chat, ChatKind, Message
from store import chats

SETTINGS = "sets"
_SCREENS = (SETTINGS, GREETING)  # what a tap goes back to

_FOLLOWED = "auto"  # no language has this code


def register(registry: Registry) -> None:
    """Let people choose."""
    registry.command("settings set", show)
    registry.command("lang language", show_languages)
    registry.tap("set", toggle)
    registry.tap(SETTINGS, back)
    registry.tap("langs", open_languages)
    registry.tap("lang", choose_language)


async def show(call: Call, desk: Desk) -> Reply:
    """Show the settings of the chat."""
    return Reply((settings_screen(call, desk),))


async def back(call: Call, desk: Desk) -> Reply:
    """Come back to the settings."""
    return Reply((replace(settings_screen(call, desk), edit_message_id=call.message_id),))


async def toggle(call: Call, desk: Desk) -> Reply:
    """Switch one setting to what the button says; tapped twice, it stays so."""
    on = call.arg(1) == "1"
    changed = _switched(desk.chat, call.arg(0), on=on)
    if changed is None:
        return Reply(toast=desk.text.plain("error-old-button"))
    await chats.save(desk.conn, changed)
    screen = settings_screen(call, replace(desk, chat=changed))
    screen = replace(screen, edit_message_id=call.message_id)
    key = f"settings-toast-{call.arg(0)}-{'on' if on else 'off'}"
    return Reply((screen,), toast=desk.text.plain(key))


def _switched(chat: Chat, name: str, *, on: bool) -> Chat | None:
    match name:
        case "previews":
            return replace(chat, previews=on)
        case "silent":
            return replace(chat, silent=on)
        case "buttons":
            return replace(chat, buttons=on)
        case "news":
            return replace(chat, news=on)
        case "proposals":
            return replace(chat, proposals=on)
    return None


def settings_screen(call: Call, desk: Desk) -> Message:
    """Return the settings of the chat, each with its state."""
    text, chat = desk.text, desk.chat
    language = text.plain("settings-language", language=desk.catalogue.own_name(chat.language))
    switches = [_switch(desk, "previews", on=chat.previews), _switch(desk, "silent", on=chat.silent)]
    if chat.kind is not ChatKind.CHANNEL:
        switches.append(_switch(desk, "buttons", on=chat.buttons))
    if call.place.crowded:
        switches.append(_switch(desk, "proposals", on=chat.proposals))
    if desk.policy.admins:
        switches.append(_switch(desk, "news", on=chat.news))
    rows = tuple((each,) for each in switches)
    return Message(text.html("settings"), (*rows, (Button(language, "langs:sets"),), _zone(call, desk)))


def _zone(call: Call, desk: Desk) -> tuple[Button, ...]:
    """Return the button of the time zone; where none is chosen also the likely one with its time."""
    chosen = Button(desk.text.plain("settings-zone", city=desk.text.city(desk.chat.zone)), "tzs")
    return (chosen, *zone_guess(call, desk))


def zone_guess(call: Call, desk: Desk) -> tuple[Button, ...]:
    """Return the button of the zone in which most people of the person's language live, with its time.

    It asks, and nothing is assumed; none where a zone is chosen, or the language is at home everywhere.
    """
    text, chat = desk.text, desk.chat
    likely = "" if chat.zone else likely_zone(call.language_code) or likely_zone(chat.language)
    if not likely:
        return ()
    clock = desk.catalogue.text(desk.reader.language, likely).clock(desk.now)
    return (Button(text.plain("settings-zone-guess", city=text.city(likely), clock=clock), f"tz:{likely}"),)


def _switch(desk: Desk, name: str, *, on: bool) -> Button:
    state = "on" if on else "off"
    return Button(desk.text.plain(f"settings-{name}-{state}"), f"set:{name}:{0 if on else 1}")


async def show_languages(call: Call, desk: Desk) -> Reply:
    """Show the languages; a language named with the command is taken at once."""
    wanted = _language(desk, call.words)
    if wanted:
        return Reply((Message(await _speak(desk, wanted)),))
    return Reply((_languages(desk, ""),))


async def open_languages(call: Call, desk: Desk) -> Reply:
    """Show the languages: from the settings and the greeting in their place, else as a message of its own."""
    back_to = call.arg(0) if call.arg(0) in _SCREENS else ""
    screen = _languages(desk, back_to)
    return Reply((replace(screen, edit_message_id=call.message_id) if back_to else screen,))


async def choose_language(call: Call, desk: Desk) -> Reply:
    """Speak another language in this chat from now on, or that of the person's Telegram, whatever it is."""
    wanted, private = call.arg(0), desk.chat.kind is ChatKind.PRIVATE
    follows = private and wanted == _FOLLOWED
    wanted = desk.catalogue.best(call.language_code) if follows else wanted
    if wanted not in desk.catalogue.languages:
        return Reply(toast=desk.text.plain("error-old-button"))
    html = await _speak(desk, wanted, chosen=not follows)
    chat = replace(desk.chat, language=wanted, chose_language=not follows)
    spoken = desk.catalogue.text_for(chat)
    now = replace(desk, text=desk.text if desk.elsewhere else spoken, chat=chat)
    screens = {"": Message(html), GREETING: greeting(now), SETTINGS: settings_screen(call, now)}
    screen = screens.get(call.arg(1), Message(html))
    screen = replace(screen, edit_message_id=call.message_id)
    return Reply((screen,), toast=spoken.plain("lang-toast"))


async def _speak(desk: Desk, language: str, *, chosen: bool = True) -> str:
    chat: Chat = replace(desk.chat, language=language, chose_language=chosen)
    await chats.save(desk.conn, chat)
    return desk.catalogue.text(language).html("lang-done")


def _languages(desk: Desk, back_to: str) -> Message:
    suffix = f":{back_to}" if back_to else ""
    buttons = [Button(_marked(desk, code), f"lang:{code}{suffix}") for code in desk.catalogue.languages]
    if desk.chat.kind is ChatKind.PRIVATE:
        mark = "" if desk.chat.chose_language else "✓ "
        buttons.append(Button(mark + desk.text.plain("lang-followed"), f"lang:{_FOLLOWED}{suffix}"))
    rows = tuple(tuple(buttons[first : first + 2]) for first in range(0, len(buttons), 2))
    back_row = ((Button(desk.text.plain("back-button"), back_to),),) if back_to else ()
    return Message(desk.text.html("lang-which"), (*rows, *back_row))


def _marked(desk: Desk, code: str) -> str:
    name = desk.catalogue.own_name(code)
    return f"✓ {name}" if code == desk.chat.language else name


def _language(desk: Desk, words: str) -> str:
    """Return the language that the words name by its code or its own name, "" for none."""
    wanted = words.strip().lower()
    names = {
        code: (code.lower(), code.split("-")[0], desk.catalogue.own_name(code).lower())
        for code in desk.catalogue.languages
    }
    return next((code for code, known in names.items() if wanted in known), "")
