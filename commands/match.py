"""`match`: whether queries hit items, and why, as lines of JSON; to try queries, and for programs."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import IO, TypeGuard

from rich.cells import cell_len

from commands.query_words import line as said
from errors import QueryError
from matching.aliases import Table
from matching.context import Context
from matching.explain import via
from matching.judge import Judge, Reading
from matching.names import Names
from matching.plan import Plan, plan
from matching.query import parse_all
from model import Entry, Reason

REFUSED, UNREADABLE = 2, 1
_HERE = "here ↑"
_LONE = re.compile("[\ud800-\udfff]")  # halves of characters, which no file and no terminal can hold
_SCHEME = re.compile(r"^[a-z]+://(?:www\.)?", re.IGNORECASE)
_ESCAPED = str.maketrans({char: f"\\u{ord(char):04x}" for char in "\x85\u2028\u2029"})  # they break lines


@dataclass(frozen=True, slots=True)
class Given:
    """What the command line says; without text and file the items come from standard input."""

    query: str = ""
    queries: Path | None = None
    text: str | None = None
    file: Path | None = None


class _Unreadable(Exception):
    """A file, or a line of it, that is not as it should be."""


@dataclass(frozen=True, slots=True)
class _Asked:
    """One query: its watches, any of which will do."""

    id: object | None  # as given in the file of queries; None for the query of the command line
    plans: tuple[Plan, ...]


def match(given: Given, now: datetime, out: IO[str], err: IO[str]) -> int:
    """Print for each item whether it is hit; return 0, 2 when the query is refused, 1 for a bad file."""
    names = Names(Table.load())
    try:
        asked = list(_asked(given, names, out))
        for number, item in enumerate(_items(given)):
            _print_item(item, number, asked, now, out)
    except QueryError as error:
        err.write(_refused(error))
        return REFUSED
    except (_Unreadable, OSError, UnicodeDecodeError) as error:
        err.write(f"match: {error}\n")
        return UNREADABLE
    return 0


def _asked(given: Given, names: Names, out: IO[str]) -> Iterator[_Asked]:
    """Yield the queries; one of a file that is refused becomes a line that says so."""
    if given.queries is None:
        yield _Asked(None, _plans(given.query, names))
        return
    with given.queries.open(encoding="utf-8-sig") as lines:
        for number, record in _records(lines, str(given.queries)):
            query_id, query = record.get("id"), record.get("query")
            query_id = number if query_id is None else query_id
            try:
                yield _Asked(query_id, _plans(query if isinstance(query, str) else "", names))
            except QueryError as error:
                _print({"query": query_id, "error": said(error)}, out)


def _plans(query: str, names: Names) -> tuple[Plan, ...]:
    return tuple(plan(tree, names) for tree in parse_all(_whole(query)))


def _items(given: Given) -> Iterator[dict[str, object]]:
    if given.text is not None:
        yield {"id": "text", "text": given.text}
    elif given.file is not None and str(given.file) != "-":
        with given.file.open(encoding="utf-8-sig") as lines:
            yield from (record for _, record in _records(lines, str(given.file)))
    else:
        yield from (record for _, record in _records(sys.stdin, "standard input"))


def _records(lines: Iterable[str], name: str) -> Iterator[tuple[int, dict[str, object]]]:
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            record = json.loads(line)
        except ValueError as error:
            raise _Unreadable(f"{name}, line {number}: no JSON ({error})") from None
        if not _is_record(record):
            raise _Unreadable(f"{name}, line {number}: no JSON object")
        yield number, record


def _is_record(value: object) -> TypeGuard[dict[str, object]]:
    return isinstance(value, dict)


def _print_item(
    item: dict[str, object], number: int, asked: list[_Asked], now: datetime, out: IO[str]
) -> None:
    context = Context(_SCHEME.sub("", _text(item, "source")), now)
    judge = Judge(Reading(_entry(item)), context)
    item_id = item.get("id", number)
    for each in asked:
        hit = [one for one in each.plans if judge.holds(one)]
        facts: dict[str, object] = {"id": item_id}
        if each.id is not None:
            facts["query"] = each.id
        reasons = dict.fromkeys(reason for one in hit for reason in judge.reasons(one))
        _print(facts | {"hit": bool(hit), "reasons": [_told(reason) for reason in reasons]}, out)


def _told(reason: Reason) -> dict[str, object]:
    return {
        "term": reason.term,
        "field": reason.field.value,
        "text": reason.text,
        "start": reason.start,
        "end": reason.end,
        "via": via(reason).value,
    }


def _entry(item: dict[str, object]) -> Entry:
    tags = item.get("tags") or ()
    return Entry(
        title=_text(item, "title"),
        text=_text(item, "text"),
        author=_text(item, "author"),
        url=_text(item, "url"),
        language=_text(item, "lang"),
        tags=tuple(_whole(str(tag)) for tag in tags if tag is not None)
        if isinstance(tags, list)
        else (_text(item, "tags"),),
        published=_time(_text(item, "published")),
    )


def _text(item: dict[str, object], key: str) -> str:
    value = item.get(key)
    return "" if value is None else _whole(str(value))


def _whole(text: str) -> str:
    return _LONE.sub("\ufffd", text)


def _time(text: str) -> datetime | None:
    try:
        time = datetime.fromisoformat(text)
    except ValueError:
        return None
    return time if time.tzinfo is not None else time.replace(tzinfo=UTC)


def _print(facts: dict[str, object], out: IO[str]) -> None:
    out.write(_whole(json.dumps(facts, ensure_ascii=False)).translate(_ESCAPED) + "\n")


def _refused(error: QueryError) -> str:
    """Return the query, "here ↑" under the place, and what is wrong there."""
    shown = "".join(char if char.isprintable() else " " for char in error.text)
    margin = " " * (cell_len(_HERE) - 1)
    mark = " " * cell_len(shown[: error.position]) + _HERE
    return f"{margin}{shown}\n{mark}\n{said(error)}\n"
