"""What may be shown of a text that a stranger wrote: cleaned, measured in columns, cut between graphemes."""

from __future__ import annotations

import re
import unicodedata

import regex

from text import graphemes

ELLIPSIS = "…"
# Controls, bidi embedding and isolates, zero-width space, soft hyphen, noncharacters, lone surrogates. The
# joiners stay where they join something: emoji and Persian need them; so do the direction marks.
_HIDDEN = (
    r"\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u061c\u180e\u200b\u202a-\u202e\u2060-\u206f\ufeff"
    r"\ufff0-\ufffc\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff\U000e0001"
)
_GAP = re.compile(rf"[\s{_HIDDEN}]+")
_HARMFUL = re.compile(f"[{_HIDDEN}\t\x0b-\r\x85\u2028\u2029]")
_LINE_BREAK = re.compile("[\n\x0b\x0c\x85\u2028\u2029]|\r\n?")
_ZALGO = regex.compile(r"([\p{Mn}\p{Me}]{4})[\p{Mn}\p{Me}\u200c\u200d]++")  # UTS 39: four marks are readable
_LONE_JOINER = re.compile("(?<!\\S)[\u200c\u200d]+|[\u200c\u200d]+(?!\\S)|(?<=[\u200c\u200d])[\u200c\u200d]+")
_VISIBLE = regex.compile(r"[\p{L}\p{N}\p{S}\p{P}--[\u115f\u1160\u3164\uffa0\u2800]]", regex.VERSION1)
SENTENCE_END = re.compile('[.!?]["”’)]*(?= )|[。！？][”’」』）]*')
_LONGEST = 20_000  # characters of a text that are looked at; a message holds 4,096


def one_line(text: str) -> str:
    """Return `text` on one line as it may be shown, "" when nothing of it can be seen."""
    return _clean(_GAP.sub(lambda gap: " " if _has_space(gap[0]) else "", text[:_LONGEST]))


def paragraphs(text: str) -> str:
    """Return `text` as it may be shown with its line breaks, at most one empty line between two others."""
    return _clean(_GAP.sub(_kept_breaks, text[:_LONGEST]))


def _kept_breaks(gap: re.Match[str]) -> str:
    breaks = len(_LINE_BREAK.findall(gap[0]))
    return "\n" * min(2, breaks) or (" " if _has_space(gap[0]) else "")


def _has_space(gap: str) -> bool:
    return any(char.isspace() for char in gap)


def harmless(text: str) -> str:
    """Return `text` without what hides or moves a cursor; every space and line break stays."""
    return _HARMFUL.sub("", text)


def _clean(text: str) -> str:
    if not text.isascii():
        text = _LONE_JOINER.sub("", _ZALGO.sub(r"\1", text))
    return text.strip() if _VISIBLE.search(text) else ""


def cut(text: str, limit: int) -> str:
    """Return `text` in at most `limit` code points, with "…" where it had to be cut."""
    if len(text) <= limit:
        return text
    kept = graphemes(text, limit - 1) or text[: max(0, limit - 1)]  # a single grapheme may be endless
    return kept.rstrip() + ELLIPSIS


def columns(text: str) -> int:
    """Return how wide `text` is: a Chinese character is as wide as two Latin letters."""
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)


def fitted(text: str, width: int) -> str:
    """Return the beginning of `text` on one line, `width` columns at most.

    Ends with a sentence where one ends in the second half, else between words and with "…".
    """
    shown = one_line(text[: width * 8])
    kept = _narrow(shown, width)
    if kept == shown:
        return shown
    ends = [end.end() for end in SENTENCE_END.finditer(kept + " ") if end.end() > len(kept) // 2]
    if ends:
        return kept[: ends[-1]]
    space = kept.rfind(" ", len(kept) // 2)
    return (kept[:space] if space > 0 else kept).rstrip(" ,;:-–—，、；：") + ELLIPSIS


def _narrow(text: str, width: int) -> str:
    room, used = len(text), 0
    for index, char in enumerate(text):
        used += columns(char)
        if used > width:
            room = index
            break
    return graphemes(text, room)
