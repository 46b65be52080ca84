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
    tag = language(entry)
    if before == "j'" or speaks(tag, "fr"):  # je n'ai pas
        return True
    return speaks(tag, "it") and before[-1:] != "'"  # dell'ai: behind an article it is a noun
