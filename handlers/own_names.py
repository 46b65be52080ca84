"""A chat's own names: what may be one, how they join, and how the chat's watches learn of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from errors import QueryError
from handlers.call import Desk
from matching.aliases import name_key
from matching.choice import Choice, choice_from_json, choice_json
from matching.judge import match_one
from matching.others import concerned
from matching.query import And, Phrase, Tag, Word, parse
from model import Entry, OwnNames
from store import names, watches

MOST_ROWS, MOST_NAMES = 50, 10
"""Rows of a chat, and names of a row."""

LONGEST = 60
"""Code points of a name."""

_EQUALS = re.compile("[=＝]")


class Refusal(StrEnum):
    """Why names were not taken; `alias-<value>` is the sentence."""

    NO_NAME = "no-name"
    MISSING = "missing"  # nothing stands beside an equals sign
    ONE_NAME = "one-name"  # the same name twice, or one alone
    TOO_MANY_NAMES = "too-many-names"
    TOO_MANY_ROWS = "too-many-rows"


@dataclass(frozen=True, slots=True)
class Refused:
    """Nothing was changed."""

    why: Refusal
    name: str = ""  # the one that is none


@dataclass(frozen=True, slots=True)
class Joined:
    """Names that mean the same in this chat from now on."""

    row: OwnNames
    before: int | None  # how many of its names, the first ones, were one before; None: in several rows
    watches: int  # of the chat, that look for them


def split_rows(text: str) -> list[str]:
    """Return the lines of `text`, each a row of names; an equals sign holds two lines together."""
    return [line for line in re.sub(rf"\s*({_EQUALS.pattern})\s*", r"\1", text).splitlines() if line.strip()]


def split_names(text: str) -> list[str]:
    """Return what stands between the equals signs of `text`."""
    return [" ".join(part.split()) for part in _EQUALS.split(text)]


def plain_name(text: str) -> str:
    """Return a name as it is looked for, "" when `text` is none: words alone, and no sign of a search."""
    try:
        query = parse(text)
    except QueryError:
        return ""
    match query:
        case Word(name) | Tag(name) | Phrase(name):
            pass
        case And(parts) if all(isinstance(part, Word) for part in parts):
            name = " ".join(text.split())
        case _:
            return ""
    finds_itself = match_one(Word(name), Entry(title=name)) is not None
    return name if len(name) <= LONGEST and name_key(name) and finds_itself else ""


async def join(desk: Desk, wanted: Sequence[str]) -> Joined | Refused:
    """Let the chat's `wanted` names mean the same, with those that they meant already.

    The watches of the chat look for them from the next entry on; all in the caller's transaction.
    """
    if not all(wanted):
        return Refused(Refusal.MISSING)
    plain = [plain_name(each) for each in wanted]
    if "" in plain:
        return Refused(Refusal.NO_NAME, wanted[plain.index("")])
    rows = await names.of_chat(desk.conn, desk.chat.id)
    keys = set(map(name_key, plain))
    touched = [row for row in rows if keys & set(map(name_key, row.names))]
    together = _different([*(name for row in touched for name in row.names), *plain])
    if len(together) < 2:
        return Refused(Refusal.ONE_NAME, plain[0])
    if len(together) > MOST_NAMES:
        return Refused(Refusal.TOO_MANY_NAMES)
    if not touched and len(rows) >= MOST_ROWS:
        return Refused(Refusal.TOO_MANY_ROWS)
    row = await _keep(desk, touched, together)
    before = None if len(touched) > 1 else sum(len(each.names) for each in touched)
    return Joined(row, before, await apply_names(desk, row))


async def _keep(desk: Desk, touched: Sequence[OwnNames], together: Sequence[str]) -> OwnNames:
    if not touched:
        return await names.add(desk.conn, desk.chat.id, together, desk.now)
    for row in touched[1:]:
        await names.remove(desk.conn, desk.chat.id, row.id)
    await names.change(desk.conn, desk.chat.id, touched[0].id, together)
    return replace(touched[0], names=tuple(together))


def _different(row: Sequence[str]) -> list[str]:
    """Return the names without those that are another one in other letters."""
    found: dict[str, str] = {}
    for name in row:
        found.setdefault(name_key(name), name)
    return list(found.values())


def _keys(rows: Iterable[Sequence[str]]) -> set[str]:
    return {name_key(name) for row in rows for name in row}


async def take_back(desk: Desk, row_id: int, before: int, after: int) -> OwnNames | None:
    """Let a row of `after` names have its first `before` ones alone. Returns it, None when it has changed."""
    rows = {row.id: row for row in await names.of_chat(desk.conn, desk.chat.id)}
    row = rows.get(row_id)
    if row is None or len(row.names) != after or before >= after:
        return None
    if before < 2:
        await names.remove(desk.conn, desk.chat.id, row_id)
    else:
        await names.change(desk.conn, desk.chat.id, row_id, row.names[:before])
    await apply_names(desk)
    return row


async def choice_for(desk: Desk, query: str) -> Choice:
    """Return what a new watch for `query` begins with: those of the chat's own names that concern it."""
    rows = [row.names for row in await names.of_chat(desk.conn, desk.chat.id)]
    return Choice(own=concerned(parse(query), rows, desk.names))


async def apply_names(desk: Desk, row: OwnNames | None = None) -> int:
    """Bring every watch of the chat to the chat's own names, after any change of them or of the watches.

    A watch that is concerned takes a new revision, so that the running index follows; a name that is new to
    it is looked for, even where it was switched off. Returns how many watches look for the names of `row`.
    """
    rows = [each.names for each in await names.of_chat(desk.conn, desk.chat.id)]
    concerns = 0
    for watch in await watches.of_chat(desk.conn, desk.chat.id):
        choice = choice_from_json(watch.choice)
        try:
            own = concerned(parse(watch.query), rows, desk.names)
        except QueryError:  # kept by a release that read queries otherwise
            continue
        concerns += row is not None and row.names in own
        if own != choice.own:
            off = choice.off - (_keys(own) - _keys(choice.own))
            await watches.choose(desk.conn, watch.id, choice_json(Choice(off, own)))
    return concerns
