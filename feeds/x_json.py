"""X's answers as they come: text that ought to be JSON, read without trusting any of it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Reply:
    """One answer of X as it came."""

    status: int
    headers: Mapping[str, str]  # names in lower case
    body: str


def parsed(body: str) -> dict[str, object]:
    """Return the JSON object that `body` is; an empty one when it is anything else."""
    try:
        value = json.loads(body)
    except (ValueError, RecursionError):
        return {}
    return value if isinstance(value, dict) else {}


def string(row: Mapping[str, object], key: str) -> str:
    """Return the text under `key`, "" when there is none."""
    value = row.get(key)
    return value if isinstance(value, str) else ""


def mapping(row: Mapping[str, object], key: str) -> Mapping[str, object]:
    """Return the object under `key`, an empty one when there is none."""
    value = row.get(key)
    return value if isinstance(value, dict) else {}


def values(row: Mapping[str, object], key: str) -> list[object]:
    """Return the list under `key`, an empty one when there is none."""
    value = row.get(key)
    return value if isinstance(value, list) else []


def objects(row: Mapping[str, object], key: str) -> Iterator[Mapping[str, object]]:
    """Return the objects in the list under `key`."""
    return (value for value in values(row, key) if isinstance(value, dict))


def number(value: object) -> int | None:
    """Return a post id, which X writes as a string of at most 19 digits."""
    is_id = isinstance(value, str) and value.isascii() and value.isdecimal() and len(value) <= 19
    return int(str(value)) if is_id else None
