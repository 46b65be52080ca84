"""The keys under which watches wait: words, words that meet, characters of running text, accounts."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator
from itertools import repeat
from operator import and_, rshift

# Characters of scripts without spaces that never have marks and take two bytes in UTF-16.
PLAIN = (
    "\u2e80-\u2fdf\u3005-\u3007\u3021-\u3029\u3031-\u3035\u3038-\u303b\u3041-\u3096\u309d-\u309f\u30a1-\u30fa"
    "\u30fc-\u30ff\u3105-\u312f\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
)
UTF_16 = "utf-16-le" if sys.byteorder == "little" else "utf-16-be"
_THREE = (1 << 48) - 1
TIGHT, LOOSE = "_", " "  # between words that meet: as the words of a name do, or otherwise
_PLAIN_RUN = re.compile(f"[{PLAIN}]+")
_PREFIX = 4  # characters by which words that begin alike are found
Key = str | int


def is_plain(text: str) -> bool:
    """Tell whether all characters are of running text and never have marks."""
    return _PLAIN_RUN.fullmatch(text) is not None


def number(text: str) -> int:
    """Return the key of two or three plain characters: in UTF-16 they are one number."""
    return int.from_bytes(text.encode(UTF_16), sys.byteorder)


def first_threes(fours: Iterable[int]) -> Iterator[int]:
    """Yield the keys of the first three of each four characters."""
    return map(and_, fours, repeat(_THREE)) if sys.byteorder == "little" else map(rshift, fours, repeat(16))


def pair(left: str, right: str) -> Key:
    """Return the key of two characters side by side in running text."""
    return number(left + right) if is_plain(left) and is_plain(right) else left + right


def joined_key(word: str) -> str:
    """Return the key of a word that a text has only by joining words or cutting one."""
    return f"+{word}"


def prefix_key(word: str) -> str:
    """Return the key of words that begin so."""
    return f"{word[:_PREFIX]}*"


def author_key(name: str) -> str:
    """Return the key of an entry that the account wrote."""
    return f"@{name.removeprefix('@')} "


def literal_key(literal: str) -> str:
    """Return the key of a plain text that may stand anywhere."""
    return f"/{literal}"
