"""How a stretch of text is spelled: what `=Word` compares, which folds width and nothing else."""

from __future__ import annotations

import unicodedata
from functools import cache

_APOSTROPHES = "'’‘ʼ＇"


def visible(text: str) -> str:
    """Return `text` as it is written but for width, compatibility forms and what cannot be seen."""
    return unicodedata.normalize("NFKC", "".join(char for char in text if not _unseen(char)))


@cache
def _unseen(char: str) -> bool:
    return unicodedata.category(char) == "Cf" or "\ufe00" <= char <= "\ufe0f"


def is_possessive(text: str, end: int) -> bool:
    """Tell whether the word that ends at `end` goes on with 's."""
    return text[end : end + 1] in tuple(_APOSTROPHES) and text[end + 1 : end + 2] in ("s", "S")
