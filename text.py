"""What counts as the same letters, and what a word is: one definition for matching, stories and search.

`fold` levels what people do not mean to distinguish (case, width, compatibility forms, accents, points,
invisible characters, simplified and traditional Chinese) and remembers where each character came from.
`tokens` cuts folded text into words; scripts that write no spaces are cut into single characters.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

import opencc
import regex

# Han, Bopomofo, Kana, Thai, Lao, Khmer and Burmese: written without spaces, found inside running text.
SPACELESS = (
    r"\u2e80-\u2fdf\u3005-\u3007\u3021-\u3029\u3031-\u3035\u3038-\u303b\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
    r"\U00020000-\U0003ffff\u3105-\u312f\u3041-\u3096\u309d-\u309f\u30a1-\u30fa\u30fc-\u30ff\u31f0-\u31ff"
    r"\u0e01-\u0e3a\u0e40-\u0e4e\u0e81-\u0ecf\u0edc-\u0edf\u1780-\u17d3\u17d7\u17dc\u17dd\u1000-\u103f"
    r"\u1050-\u108f\u109a-\u109d\uaa60-\uaa7f"
)
_HANGUL = r"\u1100-\u11ff\u3130-\u318f\uac00-\ud7a3"
_HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003ffff]")

# Accents of Latin, Greek and Cyrillic; Hebrew points; Arabic vowel signs and hamza marks. Marks of other
# scripts (Indic vowels, Thai tones, kana voicing) are letters to their readers and stay.
_ACCENT = re.compile(
    r"[\u0300-\u036f\u0591-\u05bd\u05bf-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed]"
)
_LETTERS = {
    **dict(zip("øłđħıŧĸ", "oldhitk", strict=True)),
    **{"æ": "ae", "œ": "oe", "þ": "th", "ð": "d", "ي": "ی", "ى": "ی", "ك": "ک", "ـ": "", "ٱ": "ا"},
    **{"™": " ", "℠": " "},  # NFKC would glue "tm" to the name
    **dict.fromkeys("‘’‚‛ʼʹ`´′׳״", "'"),  # one apostrophe
    **dict.fromkeys("‐‑‒–—―−", "-"),
    **dict.fromkeys("“”„‟«»「」『』", '"'),
}
_SHORT_I = "\u0438\u0306"  # a letter of its own, not an accented one
_ODD = "\uffff"  # a noncharacter: stands for what does not fold to one character by itself

# Articles that French, Italian and Catalan write with an apostrophe before the word they belong to.
_ELISIONS = frozenset(
    {
        *("l", "d", "j", "m", "t", "s", "n", "c", "qu", "jusqu", "lorsqu", "puisqu"),
        *("un", "dell", "nell", "all", "sull", "dall", "coll", "quest", "quell", "gl", "tutt", "anch"),
    }
)

# Particles that Korean writes onto a noun, the longest first when cut.
_PARTICLE = re.compile(
    r"은|는|이|가|을|를|의|에|에서|에게|에게서|한테|께|께서|로|으로|"
    r"와|과|도|만|까지|부터|처럼|보다|마다|밖에|조차|마저|라도|이라도|나|"
    r"이나|랑|이랑|하고|이다|다|입니다|인|이란|란|라는|이라는|라고|이라고|"
    r"에는|에서는|에서도|에도|에게는|으로는|로는|으로도|로도|와의|과의|로의|"
    r"으로의|에서의|에의|만의|까지의|부터의|이며|며|이고|고|으로써|로써|으로서|"
    r"로서|들|들이|들은|들을|들의|들에게|이나마|야|이야|요|이요|측|측은|"
    r"측이|측의|씨|씨가|씨는|씨의|씨를|으로부터|로부터|에서부터|뿐|뿐만|에만|에서만|으로만|로만|"
    r"와는|과는|와도|과도|이라며|라며|이었다|였다|까지는|보다는"
)


class Token(NamedTuple):
    """One word of folded text, or one character of a script without spaces."""

    key: str  # what it is compared by
    start: int  # into the folded text
    end: int


@dataclass(frozen=True, slots=True)
class Folded:
    """Folded text that knows its original."""

    text: str
    origin: str
    offsets: array[int] | None = None  # index of each folded character in the original; None: the same

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return where folded `start:end` stands in the original, marks of the last character included."""
        if self.offsets is None or start >= end:
            return start, end
        begin, last = self.offsets[start], self.offsets[end - 1]
        stop = self.offsets[end] if end < len(self.offsets) else len(self.origin)
        return begin, max(stop, last + 1)

    def at(self, index: int) -> str:
        """Return the original character behind the folded one at `index`."""
        return self.origin[index if self.offsets is None else self.offsets[index]]


class _Simple(dict[int, str]):
    """Characters that fold to exactly one character by themselves, found out on first use; else `_ODD`."""

    def __missing__(self, point: int) -> str:
        self[point] = alone(chr(point)) or _ODD
        return self[point]


_SIMPLE = _Simple()


def alone(char: str) -> str:
    """Return the one character to which `char` folds wherever it stands, "" when it folds otherwise."""
    folded = _fold_cluster(char)
    joins = unicodedata.category(char)[0] == "M" and not "\u0e00" <= char <= "\u0eff"
    joins = joins or char in "ﾞﾟ" or "\u1100" <= char <= "\u11ff"
    return folded if len(folded) == 1 and not joins else ""


@cache
def _converter(name: str) -> opencc.OpenCC:
    return opencc.OpenCC(name)


def simplified(text: str) -> str:
    """Return Chinese text in simplified characters, one for one: the length never changes.

    Each character is converted alone, since OpenCC's phrases may change the length.
    """
    return _HAN.sub(lambda match: _simplified_character(match[0]), text)


@cache
def _simplified_character(char: str) -> str:
    return _converted("t2s", char)


def _converted(name: str, char: str) -> str:
    converted = str(_converter(name).convert(char))
    return converted if len(converted) == 1 else char


def traditional(text: str) -> str:
    """Return the Han characters of a text in traditional script, variants of Taiwan and Hong Kong levelled.

    Returns "" where no character shows that the script is traditional.
    """
    han = "".join(_HAN.findall(text))
    if simplified(han) == han:
        return ""
    return "".join(_levelled(char) for char in han)


@cache
def _levelled(char: str) -> str:
    return _converted("hk2t", _converted("tw2t", char))


def _fold_cluster(cluster: str) -> str:
    """Fold one character with the marks that stand on it."""
    if len(cluster) == 1 and cluster in _LETTERS:
        return _LETTERS[cluster]
    seen = "".join(char for char in cluster if not _is_invisible(char))
    apart = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", seen).casefold())
    kept = _ACCENT.sub(
        lambda mark: mark[0] if apart[mark.start() - 1 : mark.end()] == _SHORT_I else "", apart
    )
    joined = "".join(_LETTERS.get(char, char) for char in unicodedata.normalize("NFKC", kept))
    joined = "".join(_digit(char) for char in joined)
    if len(joined) > 1 and not any(char.isalnum() for char in joined):
        return joined[0]
    return simplified(joined)


@cache
def _is_invisible(char: str) -> bool:
    """Tell whether a character only steers how others look: zero-width, direction, soft hyphen, variant."""
    return unicodedata.category(char) == "Cf" or "\ufe00" <= char <= "\ufe0f"


def _digit(char: str) -> str:
    return str(unicodedata.decimal(char)) if char.isdecimal() else char


def fold(text: str) -> Folded:
    """Return `text` folded, with the way back to the original."""
    if text.isascii():
        return Folded(text.lower().replace("`", "'"), text)
    folded = text.translate(_SIMPLE)
    if _ODD not in folded:
        return Folded(folded, text)
    pieces: list[str] = []
    offsets = array("I")
    done = 0
    for odd in re.finditer(f".?{_ODD}+", folded, re.DOTALL):
        pieces.append(folded[done : odd.start()])
        offsets.extend(range(done, odd.start()))
        for start, end in _clusters(text, odd.start(), odd.end()):
            piece = _fold_cluster(text[start:end]) if text[start] != _ODD else ""
            pieces.append(piece)
            offsets.extend([start] * len(piece))
        done = odd.end()
    pieces.append(folded[done:])
    offsets.extend(range(done, len(text)))
    return Folded("".join(pieces), text, offsets)


def _clusters(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Cut a stretch into characters with the marks, voicing signs or jamo that belong to them."""
    begin = start
    for index in range(start + 1, end):
        if not belongs(text[index]):
            yield begin, index
            begin = index
    yield begin, end


def belongs(char: str) -> bool:
    """Tell whether a character belongs to the one before it."""
    return _is_mark(char) or _is_invisible(char) or char in "ﾞﾟ" or "\u1160" <= char <= "\u11ff"


def fold_key(text: str) -> str:
    """Return `text` folded, as a key to compare by."""
    return fold(text).text


def graphemes(text: str, limit: int) -> str:
    """Return the longest beginning of `text` with whole graphemes and at most `limit` code points."""
    if len(text) <= limit:
        return text
    end = 0
    for match in regex.finditer(r"\X", text):
        if match.end() > limit:
            break
        end = match.end()
    return text[:end]


def width(text: str) -> int:
    """Return how long X may find a text: all from Hangul on (Chinese, emoji, rare signs) count twice.

    So it weighs posts, but for some marks that count once there; of queries it says nothing.
    """
    return len(text) if text.isascii() else sum(2 if char >= "\u1100" else 1 for char in text)


_GERSHAYIM = '(?<=[א-ת])"(?=[א-ת])'  # in Hebrew abbreviations
_INSIDE = str.maketrans("", "", "',\"")  # signs inside a word


def _pattern(first: str, letter: str, others: str) -> str:
    """Return the tokeniser's pattern for folded text: a word begins with `first`, goes on with `letter`."""
    return (
        rf"(?P<plain>{first}{letter}{{2,}}(?!{letter}|[:']|[.,]\S|{_GERSHAYIM}))"  # most words
        r"|(?P<url>(?:https?://|www\.)[!-~]+)"
        r"|(?P<mention>(?<![a-z0-9_@.])@[a-z0-9_]+)"
        r"|(?P<joined>[a-z]{1,2}&[a-z]{1,2}(?![a-z])"  # S&P, AT&T
        rf"|[a-zа-я](?:\.[a-zа-я])+(?!{letter})\.?"  # U.S., A.I.
        rf"|[a-z]{{1,2}}\+\+(?!{letter})|[a-z]\#(?!{letter}))"  # C++, C#
        rf"|(?P<word>{first}{letter}*(?:(?:'(?={letter})|{_GERSHAYIM}|(?<=\d)\.(?=\d)|(?<=\d),(?=\d{{3}}(?!\d))){letter}+)*)"
        rf"{others}"
    )


_ASCII = re.compile(_pattern("[a-z0-9]", "[a-z0-9]", ""))
_ANY = regex.compile(
    _pattern(
        rf"[\w--\p{{M}}--[_{SPACELESS}{_HANGUL}]]",
        rf"[\w--[_{SPACELESS}{_HANGUL}]]",
        rf"|(?P<spaceless>[{SPACELESS}][{SPACELESS}\p{{M}}]*)|(?P<hangul>[{_HANGUL}]+)",
    ),
    regex.VERSION1,
)
# The same for text without marks, in whose characters both engines see the same words: the smaller is faster.
_RARE = re.compile(
    "[^\x00-\xb1\xb4-\xb8\xba\xbb\xbf-\u024f\u0370-\u0482\u048a-\u052f\u2000-\u200b\u200e-\u203e\u2041-\u2053"
    "\u2055-\u206f\u20a0-\u20c0\u2100-\u214f\u2190-\u23ff\u2500-\u2775\u2794-\u27bf\u3000-\u3029\u3030-\u3098"
    "\u309b-\u30ff\u3105-\u312f\u31f0-\u31ff\u3400-\u9fff\uac00-\ud7a3\uff00-\uff3e\uff40-\uffef"
    "\U0001f300-\U0001faff]"
)
_MARKED = regex.compile(r"\p{M}")
_COMMON = re.compile(
    _pattern(
        rf"[^\W_{SPACELESS}{_HANGUL}]",
        rf"[^\W_{SPACELESS}{_HANGUL}]",
        rf"|(?P<spaceless>[{SPACELESS}]+)|(?P<hangul>[{_HANGUL}]+)",
    )
)
_SIGILS = re.compile(
    r"(?<![a-z0-9_@.])@[a-z0-9_]+"
    r"|(?<![a-z0-9_$.])[$.][a-z][a-z0-9]*(?![a-z0-9_])"
    r"|(?<![a-z0-9_])[a-z0-9]+\+(?![a-z0-9_+])"
)


def tokens(folded: str) -> list[Token]:
    """Cut folded text into words. Addresses (https://…) hold none; "Bitcoin's" is the word "bitcoin"."""
    found: list[Token] = []
    for match in _pattern_for(folded).finditer(folded):
        kind, word = match.lastgroup, match[0]
        start, end = match.span()
        if kind == "plain":
            found.append(_token((word, start, end)))
        elif kind == "spaceless":
            found += _characters(word, start)
        elif kind == "word" and ("'" in word or "," in word or '"' in word):
            found += _apostrophes(word, start)
        elif kind in ("word", "hangul"):
            found.append(_token((word, start, end)))
        elif kind == "joined":
            found.append(Token(word.replace(".", ""), start, end))
        elif kind == "mention" and (key := word.replace("_", "")[1:]):
            found.append(Token(key, start, end))
    return found


def _pattern_for(folded: str) -> re.Pattern[str]:
    """Return what cuts a text: the simplest that does."""
    if folded.isascii():
        return _ASCII
    return _ANY if _RARE.search(folded) else _COMMON


_token = Token._make  # half the price of a call of the class


def _characters(run: str, start: int) -> Iterable[Token]:
    """Cut a run of a script without spaces into characters, each with the marks that stand on it."""
    end = start + len(run)
    if not _MARKED.search(run):
        return map(_token, zip(run, range(start, end), range(start + 1, end + 1), strict=True))
    begins = [index for index, char in enumerate(run) if not index or not _is_mark(char)]
    ends = [*begins[1:], len(run)]
    return [Token(run[at:to], start + at, start + to) for at, to in zip(begins, ends, strict=True)]


@cache
def _is_mark(char: str) -> bool:
    return unicodedata.category(char)[0] == "M"


def sigils(folded: str) -> list[Token]:
    """Return the words that a sign makes another word: `$btc`, `.net`, `disney+`, `@name`."""
    return [Token(match[0], match.start(), match.end()) for match in _SIGILS.finditer(folded)]


def _apostrophes(word: str, start: int) -> Iterator[Token]:
    """Cut "l'ai" into article and word, drop the possessive, keep "o'reilly" one word."""
    end = start + len(word)
    if word.endswith("'s"):
        word, end = word[:-2], end - 2
    article, _, rest = word.partition("'")
    while rest and article in _ELISIONS:
        yield Token(article, start, start + len(article))
        start += len(article) + 1
        article, _, rest = (word := rest).partition("'")
    yield Token(word.translate(_INSIDE), start, end)


def words(text: str) -> tuple[str, ...]:
    """Return the folded words of `text` in order; single characters where a script writes no spaces."""
    return tuple(token.key for token in tokens(fold_key(text)))


def is_spaceless(key: str) -> bool:
    """Tell whether a token is a character of a script that writes no spaces."""
    return _SPACELESS.match(key) is not None


_SPACELESS = re.compile(f"[{SPACELESS}]")


_RUN = regex.compile(rf"[{SPACELESS}][{SPACELESS}\p{{M}}]*")


def runs(folded: str) -> list[str]:
    """Return the stretches of folded text in scripts that write no spaces."""
    found: list[str] = _RUN.findall(folded)
    return found


def without_runs(text: str) -> str:
    """Return `text`, folded or not, with a space for each stretch in a script that writes no spaces."""
    return str(_APART.sub(" ", text))


_APART = regex.compile(rf"[{SPACELESS}\uff66-\uff9d][{SPACELESS}\uff66-\uff9f\p{{M}}]*")


def stems(key: str) -> list[str]:
    """Return the nouns that a Korean word may be, its particles taken off; nothing for other scripts."""
    if not "\uac00" <= key[-1] <= "\ud7a3":
        return []
    return [key[:cut] for cut in range(max(1, len(key) - 4), len(key)) if _PARTICLE.fullmatch(key, cut)]
