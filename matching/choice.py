"""What a chat decided about the other names of what a watch looks for."""

from __future__ import annotations

import json
from dataclasses import dataclass


class NotAChoice(ValueError):
    """What was stored is no choice that this Hark knows."""


@dataclass(frozen=True, slots=True)
class Choice:
    """Names switched off, and names that the chat gave itself."""

    off: frozenset[str] = frozenset()  # `name_key` of names that are not looked for
    own: tuple[tuple[str, ...], ...] = ()  # each row: names of one thing, all strong, as the chat typed them

    def __bool__(self) -> bool:
        return bool(self.off or self.own)


NOTHING_CHOSEN = Choice()


def choice_json(choice: Choice) -> str:
    """Return the choice as one line of JSON, the same for equal ones; "" when nothing was chosen."""
    if not choice:
        return ""
    kept = {"off": sorted(choice.off), "own": choice.own}
    return json.dumps(kept, ensure_ascii=False, separators=(",", ":"))


def choice_from_json(stored: str) -> Choice:
    """Return the choice that `choice_json` made; raises NotAChoice."""
    if not stored:
        return NOTHING_CHOSEN
    try:
        kept = json.loads(stored)
        return Choice(frozenset(map(str, kept["off"])), tuple(tuple(map(str, row)) for row in kept["own"]))
    except (KeyError, TypeError, ValueError) as error:
        raise NotAChoice(f"no choice of names: {stored[:100]}") from error
