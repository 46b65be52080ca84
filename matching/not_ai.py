"""The Italian preposition "ai" (and the French verb) is not AI, unless the text shows it in capitals."""

from __future__ import annotations

from matching.language import language, speaks
from model import Entry
from text import Folded


def is_article(folded: Folded, place: tuple[int, int], entry: Entry) -> bool:
    """Tell whether the "ai" at `place` is a word of Italian or French."""
    start, end = folded.span(*place)
    written = folded.origin[start:end]
    before = folded.text[max(0, place[0] - 2) : place[0]]
    if written.isupper() or "." in written or before[-1:] in ("#", "@", "$"):
        return False
    if before == "j'":
        return True
    if before[-1:] == "'":
        return False  # dell'ai: an article before it, so it is a noun
    tag = language(entry)
    return speaks(tag, "it") or speaks(tag, "fr")
