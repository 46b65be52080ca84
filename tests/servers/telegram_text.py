"""What Telegram makes of a text after its markup is read: cleaned, trimmed, with entities it finds itself."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from tests.servers.telegram_html import Entity

_DROPPED = re.compile("[\r\u2028-\u202e\u0333\u033f\u030a]")
_BLANKED = re.compile("[\x00-\x09\x0b\x0c\x0e-\x20]")
_INVISIBLE = re.compile("[\\s\u1680\u180e\u2000-\u200f\u202e\u202f\u205f\u2800\u3000\ufffc\ufeff\u00a0]*")
_FOUND = {
    "url": re.compile(
        r"(?<![\w@.])(?:https?://[^\s<>\"]+|(?:[\w-]+\.)+(?:com|org|net|io|me|dev|it|cn|example)\b(?:/[^\s<>\"]*)?)",
        re.IGNORECASE,
    ),
    "email": re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@(?:[\w-]+\.)+[a-z]{2,}", re.IGNORECASE),
    "mention": re.compile(r"(?<![\w/])@[A-Za-z0-9_]{3,32}(?!\w)"),
    "hashtag": re.compile(r"(?<!\w)#(?=\w*[^\W\d])[\w·\u200c]{1,256}"),
    "cashtag": re.compile(r"(?<!\w)\$(?:1INCH|[A-Z]{1,8})(?!\w)"),
    "bot_command": re.compile(r"(?<![\w/<>])/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?(?![\w/<>])"),
}
_CLOSED = frozenset({"text_link", "text_mention", "code", "pre", "custom_emoji", "date_time"})


@dataclass(frozen=True, slots=True)
class Formatted:
    """A text as a chat shows it."""

    text: str
    entities: tuple[Entity, ...] = ()

    def of(self, entity: Entity) -> str:
        """Return what stands under the entity."""
        return utf16_slice(self.text, entity.offset, entity.length)

    def spans(self, kind: str) -> tuple[str, ...]:
        """Return the texts of all entities of one kind, in order."""
        return tuple(self.of(entity) for entity in self.entities if entity.type == kind)


def utf16_length(text: str) -> int:
    """Return the length in UTF-16 code units."""
    return len(text) + sum(1 for character in text if character > "\uffff")


def utf16_slice(text: str, offset: int, length: int) -> str:
    """Return the part of a text that UTF-16 offset and length name."""
    units = text.encode("utf-16-le", errors="surrogatepass")
    return units[2 * offset : 2 * (offset + length)].decode("utf-16-le", errors="replace")


def finish(text: str, entities: Iterable[Entity]) -> Formatted:
    """Return the text cleaned and trimmed, its entities moved with it and joined by those found in it.

    The text is empty when nothing visible is left.
    """
    cleaned = _map_characters(text, tuple(entities))
    trimmed = _trim(cleaned)
    if _INVISIBLE.fullmatch(trimmed.text):
        return Formatted("")
    found = (*trimmed.entities, *_find(trimmed))
    return Formatted(trimmed.text, tuple(sorted(found, key=lambda e: (e.offset, -e.length))))


def _map_characters(text: str, entities: tuple[Entity, ...]) -> Formatted:
    kept: list[str] = []
    moved = [0]  # by old UTF-16 offset
    written = 0
    for character in text:
        new = "" if _DROPPED.match(character) else " " if _BLANKED.match(character) else character
        units = 2 if character > "\uffff" else 1
        kept.append(new)
        written += units if new else 0
        moved += [written] * units
    return Formatted("".join(kept), tuple(_move(entity, moved) for entity in entities))


def _move(entity: Entity, moved: list[int]) -> Entity:
    start, end = moved[entity.offset], moved[entity.end]
    return replace(entity, offset=start, length=end - start)


def _trim(formatted: Formatted) -> Formatted:
    """Cut blanks at the end, and at the start as far as the first entity (fix_formatted_text)."""
    text = formatted.text.rstrip(" \n")
    first = formatted.entities[0].offset if formatted.entities else len(text)
    blanks = min(len(text) - len(text.lstrip(" \n")), first)
    text = text[blanks:]
    limit = utf16_length(text)
    kept = []
    for entity in formatted.entities:
        start = max(entity.offset - blanks, 0)
        end = min(entity.end - blanks, limit)
        if end > start:
            kept.append(replace(entity, offset=start, length=end - start))
    return Formatted(text, tuple(kept))


def _find(formatted: Formatted) -> list[Entity]:
    taken = [e for e in formatted.entities if e.type in _CLOSED]
    found: list[Entity] = []
    for kind, pattern in _FOUND.items():
        for match in pattern.finditer(formatted.text):
            shown = match[0].rstrip(".,;:!?)'\"]") if kind == "url" else match[0]
            entity = Entity(kind, utf16_length(formatted.text[: match.start()]), utf16_length(shown))
            if not any(_overlap(entity, other) for other in (*taken, *found)):
                found.append(entity)
    return found


def _overlap(one: Entity, other: Entity) -> bool:
    return one.offset < other.end and other.offset < one.end
