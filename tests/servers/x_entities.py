"""What X recognises in the text of a post: hashtags, cashtags, mentions and links, with their places."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from tests.servers.x_bodies import Json

_BEFORE = r"(?<![\w&/])"
_FORMS = re.compile(
    rf"(?P<urls>{_BEFORE}https?://[^\s<>\"，。、）]+)"
    rf"|{_BEFORE}[#＃](?P<hashtags>\w*[^\W\d]\w*)"
    rf"|{_BEFORE}\$(?P<cashtags>[A-Za-z]{{1,6}}(?:[._][A-Za-z]{{1,2}})?)\b"
    rf"|{_BEFORE}[@＠](?P<mentions>[A-Za-z0-9_]{{1,15}})\b"
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


def told_of(entities: Iterable[Entity], more_hashtags: Iterable[str] = ()) -> Json:
    """Return the member `entities` of a post; `more_hashtags` stand nowhere in its text."""
    told: dict[str, list[Json]] = {}
    for entity in entities:
        place: Json = {"start": entity.start, "end": entity.end}
        told.setdefault(entity.kind, []).append(place | _named(entity))
    shown = {str(tag["tag"]) for tag in told.get("hashtags", [])}
    for tag in more_hashtags:
        if tag not in shown:
            told.setdefault("hashtags", []).append({"start": 0, "end": len(tag) + 1, "tag": tag})
    return dict(told)


def _named(entity: Entity) -> Json:
    if entity.kind == "urls":
        shown = entity.value.split("://", 1)[1]
        return {"url": entity.value, "expanded_url": entity.value, "display_url": shown}
    return {"username" if entity.kind == "mentions" else "tag": entity.value}
