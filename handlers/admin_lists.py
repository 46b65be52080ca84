"""What operators decide about chats and people: the list of chats, the bans, the allow-list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from html import escape

from handlers import access as door
from handlers.call import Call, Desk, Registry, Reply, read_id
from handlers.dialogs import keep_asking
from handlers.paging import SIZE, Page, page_of
from handlers.words import fitting, label, moment
from model import Button, Chat, ChatKind, Message
from store import access, chats, watches
from store.access import Access, Verdict

_NAME = 24  # code points on a button
_ROOM = 40  # code points of words that are shown back


def register(registry: Registry) -> None:
    """Let operators turn pages and decide by tapping."""
    registry.tap("adc", show_chats, operators=True)
    registry.tap("ado", show_chat, operators=True)
    registry.tap("adk", switch_ban, operators=True)
    registry.tap("adb", show_bans, operators=True)
    registry.tap("adu", unban_listed, operators=True)
    registry.tap("adl", show_allowed, operators=True)
    registry.tap("adr", remove_listed, operators=True)
    registry.tap("adx", switch_list, operators=True)
    registry.tap("adq", ask_whom, operators=True)


async def decide(call: Call, desk: Desk, deed: str, words: str) -> Reply:
    """Ban, unban, allow or disallow the chat or person that the number names, or a forwarded message."""
    text = desk.text
    if not words and call.origin is None:
        return await _ask(call, desk, deed)
    number = call.origin if call.origin is not None else read_id(words)
    if call.origin == 0:
        await keep_asking(call, desk, f"admin {deed}")
        return Reply((Message(text.html("access-hidden")),))
    if not number:
        await keep_asking(call, desk, f"admin {deed}")
        return Reply((Message(text.html("access-no-number", words=label(words, _ROOM))),))
    return Reply((await _decided(desk, deed, number),))


async def ask_whom(call: Call, desk: Desk) -> Reply:
    """Ask whom to ban or to allow; the next message says it."""
    return await _ask(call, desk, "ban" if call.arg(0) == "ban" else "allow")


async def _ask(call: Call, desk: Desk, deed: str) -> Reply:
    await keep_asking(call, desk, f"admin {deed}")
    return Reply((Message(desk.text.html(f"access-which-{deed}")),))


async def _decided(desk: Desk, deed: str, number: int) -> Message:
    text, name = desk.text, await _name(desk, number)
    facts = {"name": label(name) or text.plain("access-unknown"), "id": str(number)}
    undo = Button(text.plain("access-unban-button"), f"adk:{number}:0")
    said = (await access.of(desk.conn, [number])).get(number)
    banned = said is not None and said.verdict is Verdict.BANNED
    match deed:
        case "ban" if number in desk.policy.admins:
            return Message(text.html("access-operator"))
        case "ban":
            await door.ban(desk, number, name)
            return Message(text.html("access-is-banned", **facts), ((undo,),))
        case "allow":
            await door.allow(desk, number, name)
            return Message(text.html("access-is-allowed", **facts))
        case "unban" if not banned:
            return Message(text.html("access-not-banned", **facts))
        case "disallow" if said is None or banned:
            return Message(text.html("access-not-allowed", **facts))
    count = await door.lift(desk, number) or 0
    key = "access-unbanned" if deed == "unban" else "access-disallowed"
    return Message(text.html(key, count=count, **facts))


async def _name(desk: Desk, number: int) -> str:
    known = await chats.find(desk.conn, number)
    said = (await access.of(desk.conn, [number])).get(number)
    return (known.title if known else "") or (said.name if said else "")


async def show_chats(call: Call, desk: Desk) -> Reply:
    """Show a page of the chats that Hark knows; each opens."""
    total = sum((await chats.tally(desk.conn)).values())
    asked = min(call.number_at(0), max(0, (total - 1) // SIZE))
    rows = await chats.some(desk.conn, asked * SIZE, SIZE)
    page = Page(tuple(rows), asked, max(1, -(-total // SIZE)))
    lines = [desk.text.html("admin-chats-title", count=total)]
    lines += [f"{page.first + at}. {_row(desk, chat)}" for at, chat in enumerate(rows)]
    opened = [Button(label(chat.title or str(chat.id), _NAME), f"ado:{chat.id}:{asked}") for chat in rows]
    return _listed(call, desk, lines, (_pairs(opened), page.arrows("adc")))


def _pairs(buttons: Sequence[Button]) -> tuple[tuple[Button, ...], ...]:
    return tuple(tuple(buttons[at : at + 2]) for at in range(0, len(buttons), 2))


def _row(desk: Desk, chat: Chat) -> str:
    text = desk.text
    name = f"<b>{escape(label(chat.title or str(chat.id)), quote=False)}</b>"
    return text.line(
        (name, text.html(f"admin-kind-{_kind(chat)}"), text.html(f"admin-state-{chat.state.value}"))
    )


def _kind(chat: Chat) -> str:
    return "group" if chat.kind is ChatKind.SUPERGROUP else chat.kind.value


async def show_chat(call: Call, desk: Desk) -> Reply:
    """Show one chat: its number, its state, its watches, and the button that bans it or lets it in again."""
    return await _chat(call, desk, call.id_at(0), call.number_at(1))


async def _chat(call: Call, desk: Desk, number: int, page: int) -> Reply:
    text, chat = desk.text, await chats.find(desk.conn, number)
    if chat is None:
        return Reply(toast=text.plain("error-old-button"))
    said = (await access.of(desk.conn, [number])).get(number)
    banned = said is not None and said.verdict is Verdict.BANNED
    count = len(await watches.of_chat(desk.conn, number))
    lines = [_row(desk, chat), text.html("admin-chat", id=str(number), count=count)]
    if chat.since is not None:
        lines.append(text.html("admin-chat-since", **moment(text, chat.since, desk.now)))
    key = "access-unban-button" if banned else "access-ban-button"
    switch = Button(text.plain(key), f"adk:{number}:{0 if banned else 1}:{page}", danger=not banned)
    rows = () if number in desk.policy.admins else ((switch,),)
    back = Button(text.plain("back-button"), f"adc:{page}")
    return _in_place(call, Message("\n".join(lines), (*rows, (back,))))


async def switch_ban(call: Call, desk: Desk) -> Reply:
    """Ban a chat or lift its ban, as the button says; tapped twice, it stays so."""
    number, banning = call.id_at(0), call.arg(1) == "1"
    said = (await access.of(desk.conn, [number])).get(number)
    banned = said is not None and said.verdict is Verdict.BANNED
    if not number or (banning and number in desk.policy.admins):
        return Reply(toast=desk.text.plain("error-old-button"))
    if banning is not banned:
        message = await _decided(desk, "ban" if banning else "unban", number)
    if not call.arg(2):  # under the answer to /admin ban
        return _in_place(call, message) if banning is not banned else Reply()
    return await _chat(call, desk, number, call.number_at(2))


async def show_bans(call: Call, desk: Desk) -> Reply:
    """Show a page of those who are banned."""
    return await _bans(call, desk, call.number_at(0))


async def _bans(call: Call, desk: Desk, number: int) -> Reply:
    rows = await access.listed(desk.conn, Verdict.BANNED)
    page = page_of(rows, number)
    lines = [desk.text.html("access-bans", count=len(rows))]
    lines += _said(desk, page)
    lift = [Button(f"✕ {label(each.shown, _NAME)}", f"adu:{each.id}:{page.number}") for each in page.rows]
    ask = Button(desk.text.plain("access-ban-one-button"), "adq:ban")
    return _listed(call, desk, lines, (_pairs(lift), page.arrows("adb"), ((ask,),)))


def _said(desk: Desk, page: Page[Access]) -> list[str]:
    text = desk.text
    return [
        f"{page.first + at}. "
        + text.html(
            "access-row",
            name=label(each.name) or text.plain("access-unknown"),
            id=str(each.id),
            **moment(text, each.since, desk.now),
        )
        for at, each in enumerate(page.rows)
    ]


async def unban_listed(call: Call, desk: Desk) -> Reply:
    """Lift one ban of the list and show what is left."""
    message = await _decided(desk, "unban", call.id_at(0))
    shown = await _bans(call, desk, call.number_at(1))
    return _with_note(shown, message)


def _with_note(shown: Reply, note: Message) -> Reply:
    [screen] = shown.messages
    return Reply((replace(screen, html=f"{note.html}\n\n{screen.html}"),))


async def show_allowed(call: Call, desk: Desk) -> Reply:
    """Show a page of the allow-list and whether it is on."""
    return await _allowed(call, desk, call.number_at(0))


async def _allowed(call: Call, desk: Desk, number: int) -> Reply:
    text = desk.text
    rows = await access.listed(desk.conn, Verdict.ALLOWED)
    page = page_of(rows, number)
    configured, on = len(desk.policy.allowed_chats), await access.closed(desk.conn)
    lines = [text.html("access-list-on" if on or configured else "access-list-off", count=len(rows))]
    if configured:
        lines.append(text.html("access-list-configured", count=configured))
    lines += _said(desk, page)
    remove = [Button(f"✕ {label(each.shown, _NAME)}", f"adr:{each.id}:{page.number}") for each in page.rows]
    key = "access-open-button" if on else "access-close-button"
    switch = () if configured else ((Button(text.plain(key), f"adx:{0 if on else 1}"),),)
    ask = Button(text.plain("access-allow-one-button"), "adq:allow")
    return _listed(call, desk, lines, (_pairs(remove), page.arrows("adl"), ((ask,),), switch))


async def remove_listed(call: Call, desk: Desk) -> Reply:
    """Take somebody off the allow-list and show what is left."""
    message = await _decided(desk, "disallow", call.id_at(0))
    return _with_note(await _allowed(call, desk, call.number_at(1)), message)


async def switch_list(call: Call, desk: Desk) -> Reply:
    """Serve only those on the list, or everybody again."""
    on = call.arg(0) == "1"
    if on is not await access.closed(desk.conn):
        await access.close(desk.conn, desk.now, on=on)
    return await _allowed(call, desk, 0)


def _listed(
    call: Call, desk: Desk, lines: Sequence[str], rows: Sequence[tuple[tuple[Button, ...], ...]]
) -> Reply:
    back = Button(desk.text.plain("back-button"), "adm")
    every = tuple(row for some in rows for row in some)
    return _in_place(call, Message(fitting(lines), (*every, (back,))))


def _in_place(call: Call, message: Message) -> Reply:
    return Reply((replace(message, edit_message_id=call.message_id),))
