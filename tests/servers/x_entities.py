"""What X recognises in the text of a post: hashtags, cashtags, mentions and links, with their places."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import regex

from tests.servers.x_bodies import Json

HASHTAG = r"[\p{L}\p{M}\p{N}_]*\p{L}[\p{L}\p{M}\p{N}_]*"  # not of digits alone
CASHTAG = r"[A-Za-z]{1,6}(?:[._][A-Za-z]{1,2})?"
HANDLE = "[A-Za-z0-9_]{1,15}"

_BEFORE = r"(?<![\p{L}\p{M}\p{N}_&/])"
_AFTER = r"(?![\p{L}\p{M}\p{N}_])"
_FORMS = regex.compile(
    rf"(?P<urls>{_BEFORE}https?://[^\s<>\"，。、）]*[^\s<>\"，。、）.,;:!?])"
    rf"|{_BEFORE}[#＃](?P<hashtags>{HASHTAG})"
    rf"|{_BEFORE}\$(?P<cashtags>{CASHTAG}){_AFTER}"
    rf"|{_BEFORE}[@＠](?P<mentions>{HANDLE}){_AFTER}"
)


@dataclass(frozen=True, slots=True)
class Entity:
    """One of them."""

    kind: str  # as X names its list
    value: str  # without the mark before it
    start: int  # code points of the text
    end: int


def found_in(text: str) -> tuple[Entity, ...]:
    """Return what X recognises, in the order of the text."""
    return tuple(
        Entity(match.lastgroup or "", match[match.lastgroup or 0], match.start(), match.end())
        for match in _FORMS.finditer(text)
    )


def shortened(text: str) -> tuple[str, dict[str, str]]:
    """Return the text with X's own short links in it, and where each of these leads."""
    leads: dict[str, str] = {}
    for entity in reversed(found_in(text)):
        if entity.kind == "urls":
            link = "https://t.co/" + hashlib.sha256(entity.value.encode()).hexdigest()[:10]
            leads[link] = entity.value
            text = text[: entity.start] + link + text[entity.end :]
    return text, leads


def told_of(text: str, leads: Mapping[str, str], more_hashtags: Iterable[str] = ()) -> Json:
    """Return the member `entities` of a post: its text with short links, where they lead, tags beside it."""
    told: dict[str, list[Json]] = {}
    for entity in found_in(text):
        place: Json = {"start": entity.start, "end": entity.end}
        told.setdefault(entity.kind, []).append(place | _named(entity, leads))
    shown = {str(tag["tag"]) for tag in told.get("hashtags", [])}
    for tag in more_hashtags:
        if tag not in shown:
            told.setdefault("hashtags", []).append({"start": 0, "end": len(tag) + 1, "tag": tag})
    return dict(told)


def _named(entity: Entity, leads: Mapping[str, str]) -> Json:
    if entity.kind == "urls":
        expanded = leads.get(entity.value, entity.value)
        return {
            "url": entity.value,
            "expanded_url": expanded,
            "display_url": expanded.split("://", 1)[1],
        }
    return {"username" if entity.kind == "mentions" else "tag": entity.value}
