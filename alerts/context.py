"""Which stretch of an entry's text an alert shows: around the first hit, else how the text begins."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

import regex

from alerts.shown import ELLIPSIS, columns, fitted, one_line
from model import Entry, Field, NamedHit, Reason
from text import Token, fold, fold_key, stems, tokens, words

WIDTH = 200  # columns: one or two lines on a desk, four or five on a phone
_BEFORE = 80  # columns before the hit
_NEAR = 400  # characters on each side that are looked at
_WORD = re.compile(r"\w+")
_SAYS = regex.compile(r"[\p{L}\p{N}\p{S}]")
_CUT_TITLE = ("…", "...")
_BREAK = re.compile(r"[.!?…]+[\"”’)\]]*\s+(?=[^\sa-z])|[。！？]+[”’」』）]*|\n\s*")
_OPENING = tuple('#$@("“‘「『（《')
_APART = 3  # characters between the words of one name, as in "Sam - Altman"


def context(entry: Entry, hits: Iterable[NamedHit], source: str) -> str:
    """Return one or two lines of the text, "" when it says no more than the title."""
    begin = _after_title(entry.text, entry.title)
    rest = one_line(entry.text[begin : begin + _NEAR])
    if not _SAYS.search(rest) or fold_key(rest) == fold_key(source):
        return ""
    starts = [reason.start for reason in reasons_in_text(entry, hits) if reason.start >= begin]
    return around(entry.text, begin, min(starts)) if starts else fitted(entry.text[begin:], WIDTH)


def reasons_in_text(entry: Entry, hits: Iterable[NamedHit]) -> list[Reason]:
    """Return the reasons that stand in the text where they say."""
    return [
        reason
        for hit in hits
        for reason in hit.reasons
        if reason.field is Field.TEXT and reason.text and entry.text.startswith(reason.text, reason.start)
    ]


def _after_title(text: str, title: str) -> int:
    """Return where the text goes on when it begins by repeating the title, else 0."""
    row = _WORD.findall(title)
    if not row or title.rstrip().endswith(_CUT_TITLE):
        return 0
    repeated = re.compile(r"\W*" + r"\W+".join(map(re.escape, row)) + r"(?!\w)[\W_]*", re.IGNORECASE)
    found = repeated.match(text)
    return _content(text, found.end()) if found else 0


def _content(text: str, end: int) -> int:
    """Go back over opening signs that belong to what follows: "#", "$", "(", "「"."""
    while text[end - 1 : end] in _OPENING:
        end -= 1
    return end


def around(text: str, begin: int, start: int) -> str:
    """Return the words around the hit at `start`, of the text from `begin` on."""
    low = max(begin, start - _NEAR)
    before = text[low:start]
    sentence = [found.end() for found in _BREAK.finditer(before)]
    is_whole = low == begin
    if sentence:
        before, is_whole = before[sentence[-1] :], True
    lead = one_line(before) + (" " if before[-1:].isspace() and one_line(before) else "")
    if not is_whole or columns(lead) > _BEFORE:
        lead = ELLIPSIS + _last_words(lead)
    return lead + fitted(text[start : start + _NEAR * 2], WIDTH - columns(lead))


def _last_words(lead: str) -> str:
    """Return the end of `lead` that has room before a hit, beginning with a word where words have spaces."""
    kept: list[str] = []
    used = 0
    for cluster in reversed(regex.findall(r"\X", lead)):
        used += columns(cluster)
        if used > _BEFORE - 20:
            break
        kept.append(cluster)
    end = "".join(reversed(kept))
    _, _, rest = end.partition(" ")
    return rest if rest.strip() else end


def places(shown: str, reasons: Sequence[Reason]) -> list[tuple[int, int]]:
    """Return where the hit words stand in `shown`, apart and in order, however they are spelt."""
    wanted = {"".join(words(reason.text)) for reason in reasons} - {""}
    if not wanted:
        return _letters(shown, reasons)
    longest = max(map(len, wanted))
    folded = fold(shown)
    row = tokens(folded.text)
    found: list[tuple[int, int]] = []
    begin = 0
    while wanted and begin < len(row):
        count = _match(row[begin : begin + longest], wanted, longest)
        if count:
            found.append(folded.span(row[begin].start, row[begin + count - 1].end))
        begin += count or 1
    return found or _letters(shown, reasons)


def _match(row: Sequence[Token], wanted: set[str], longest: int) -> int:
    """Return how many words at the beginning of `row` are a hit together, the most that are."""
    best, joined, end = 0, "", row[0].start
    for count, token in enumerate(row, 1):
        if len(joined) >= longest or token.start - end > _APART:
            break
        if joined + token.key in wanted or any(joined + stem in wanted for stem in stems(token.key)):
            best = count
        joined, end = joined + token.key, token.end
    return best


def _letters(shown: str, reasons: Sequence[Reason]) -> list[tuple[int, int]]:
    """Return the places of hits that are no words: "C++", "🚀"."""
    wanted = {re.escape(text) for reason in reasons if (text := one_line(reason.text))}
    if not wanted:
        return []
    return [found.span() for found in re.finditer("|".join(sorted(wanted, reverse=True)), shown)]
