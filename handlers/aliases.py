"""The chat's own names: /alias says what means the same here, shows it, and takes it back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from handlers.call import Call, Desk, Registry, Reply
from handlers.own_names import (
    MOST_NAMES,
    MOST_ROWS,
    Joined,
    Refused,
    apply_names,
    join,
    plain_name,
    split_names,
    split_rows,
    take_back,
)
from handlers.paging import page_of
from handlers.switches import said_of
from handlers.words import fitting, label
from matching.aliases import name_key
from matching.others import others
from matching.query import Word
from model import Button, Message, OwnNames
from store import names

_AT_ONCE = 10  # lines of one command
_ROW = 200  # code points of a row in the list
_KNOWN = 5  # names of the table that are said


def register(registry: Registry) -> None:
    """Let people give names."""
    registry.command("alias aliases", alias)
    registry.tap("al", turn)
    registry.tap("ax", remove)
    registry.tap("ar", put_back)
    registry.tap("au", undo)


async def alias(call: Call, desk: Desk) -> Reply:
    """Let names mean the same, each line by itself; with one name show what it means here.

    Without words show all of the chat's own.
    """
    lines = split_rows(call.words)[:_AT_ONCE]
    if not lines:
        return Reply((await _list(desk, 0),))
    answers = [await _taken(desk, split_names(line), len(lines) > 1) for line in lines]
    html = fitting([each.html for each in answers])
    return Reply((Message(html, tuple(row for each in answers for row in each.buttons)),))


async def _taken(desk: Desk, wanted: Sequence[str], one_of_many: bool) -> Message:
    if len(wanted) == 1:
        return await _one(desk, wanted[0])
    joined = await join(desk, wanted)
    return _refusal(desk, joined) if isinstance(joined, Refused) else _joined(desk, joined, one_of_many)


def _refusal(desk: Desk, refused: Refused) -> Message:
    html = desk.text.html(
        f"alias-{refused.why.value}", name=label(refused.name), names=MOST_NAMES, rows=MOST_ROWS
    )
    return Message(html)


def _joined(desk: Desk, joined: Joined, one_of_many: bool) -> Message:
    """Say what was joined; the undo button knows how many names there were before, and shall be now."""
    html = desk.text.html("alias-joined", names=_equal(joined.row), watches=joined.watches)
    row, after = joined.row, len(joined.row.names)
    if joined.before is None or joined.before == after:
        return Message(html)
    undone, data = desk.text.plain("undo-button"), f"au:{row.id}:{joined.before}:{after}"
    if one_of_many:
        undone, data = f"{undone}: {label(_equal(row))}", f"{data}:m"
    return Message(html, ((Button(undone, data),),))


async def _one(desk: Desk, wanted: str) -> Message:
    """Show what one name means here: in the chat's own rows, and in the table."""
    name = plain_name(wanted)
    if not name:
        return Message(desk.text.html("alias-no-name", name=label(wanted)))
    mine = await names.of_chat(desk.conn, desk.chat.id)
    rows = [row for row in mine if name_key(name) in map(name_key, row.names)]
    known = [said_of(desk.text, each) for each in others(Word(name), desk.names, desk.chat.language)]
    lines = [desk.text.html("alias-row", names=_equal(row)) for row in rows]
    if known:
        more = " …" if len(known) > _KNOWN else ""
        lines.append(desk.text.html("alias-known", name=name) + desk.text.line(known[:_KNOWN]) + more)
    if not rows:
        lines.append(desk.text.html("alias-none", name=name))
    return Message("\n".join(lines), tuple((_remove_button(row, 0),) for row in rows))


async def turn(call: Call, desk: Desk) -> Reply:
    """Show another page of the list."""
    return Reply((replace(await _list(desk, call.number_at(0)), edit_message_id=call.message_id),))


async def remove(call: Call, desk: Desk) -> Reply:
    """Forget a row and show the others; the row stands in <code>, where the undo button finds it."""
    removed = await names.remove(desk.conn, desk.chat.id, call.number_at(0))
    if removed is None:
        return Reply(toast=desk.text.plain("alias-toast-gone"))
    await apply_names(desk)
    shown = await _list(desk, call.number_at(1), desk.text.html("alias-removed", names=_equal(removed)))
    buttons = (*shown.buttons, (Button(desk.text.plain("undo-button"), "ar"),))
    edited = Message(shown.html, buttons, edit_message_id=call.message_id)
    return Reply((edited,), toast=desk.text.plain("alias-toast-removed"))


async def put_back(call: Call, desk: Desk) -> Reply:
    """Let the row that the tapped message quotes mean the same again."""
    joined = await join(desk, split_names(call.quoted)) if call.quoted else None
    if not isinstance(joined, Joined):
        return Reply(toast=desk.text.plain("undo-too-late"))
    shown = await _list(desk, 0)
    return Reply((replace(shown, edit_message_id=call.message_id),), toast=desk.text.plain("undo-toast"))


async def undo(call: Call, desk: Desk) -> Reply:
    """Take back what /alias has just joined; beside other lines in a message of its own."""
    row = await take_back(desk, call.number_at(0), call.number_at(1), call.number_at(2))
    if row is None:
        return Reply(toast=desk.text.plain("undo-too-late"))
    html = desk.text.html("alias-undone", names=_equal(row))
    place = None if call.arg(3) else call.message_id
    return Reply((Message(html, edit_message_id=place),), toast=desk.text.plain("undo-toast"))


async def _list(desk: Desk, number: int, note: str = "") -> Message:
    rows = await names.of_chat(desk.conn, desk.chat.id)
    lines = [note, ""] if note else []
    if not rows:
        return Message("\n".join((*lines, desk.text.html("alias-empty"))))
    page = page_of(rows, number)
    lines.append(desk.text.html("alias-title", count=len(rows), limit=MOST_ROWS))
    lines += _lines(desk, page.rows, page.first)
    lines.append(desk.text.html("alias-how"))
    buttons = tuple((_remove_button(row, page.number),) for row in page.rows)
    return Message("\n".join(lines), (*buttons, *page.arrows("al")))


def _lines(desk: Desk, rows: Sequence[OwnNames], first: int) -> list[str]:
    return [
        desk.text.html("list-row", number=number, words=label(_equal(row), _ROW))
        for number, row in enumerate(rows, first)
    ]


def _remove_button(row: OwnNames, page: int) -> Button:
    return Button(f"✕ {label(_equal(row))}", f"ax:{row.id}:{page}", danger=True)


def _equal(row: OwnNames) -> str:
    return " = ".join(row.names)
