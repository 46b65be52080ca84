"""A small model of X's search, as little as may be hoped for: does a term find a text?

A keyword is a whole token of the text outside of hashtags, mentions and cashtags; case and accents of Latin
do not count; signs separate tokens, and so does a change to or from running text (Chinese, Japanese, Korean),
in which a keyword is found anywhere. A phrase is tokens in a row whatever signs stand between. A hashtag,
mention or cashtag is found by itself only.
"""

from __future__ import annotations

import unicodedata

import regex

RUNNING = r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Hangul}ー]"
LETTER = rf"[[\p{{L}}\p{{N}}\p{{M}}]--{RUNNING}]"
TAG = regex.compile(
    r"(?<![\p{L}\p{N}_])(?:#(?=[\p{N}_]*\p{L})[\p{L}\p{N}\p{M}_]+|@[a-z0-9_]{1,15}(?![\p{L}\p{N}_])"
    r"|\$[a-z]{1,6}(?![\p{L}\p{N}_]))"
)
VALID = regex.compile(
    r"[\p{L}\p{N}]+|#(?=[\p{N}_]*\p{L})[\p{L}\p{N}\p{M}_]+|@[a-z0-9_]{1,15}|\$[a-z]{1,6}"
    r'|"[\p{L}\p{N}\p{M}]+(?: [\p{L}\p{N}\p{M}]+)*"'
)


def finds(term: str, text: str, documented: bool = False) -> bool:
    """Tell whether X finds `text` by `term`; fails when X would refuse the term.

    When it works as `documented`, signs before a word do not hide it from keywords.
    """
    assert VALID.fullmatch(term), term
    read, wanted = levelled(text), levelled(term)
    if wanted[0] in "#@$":
        return wanted in TAG.findall(read)
    if wanted[0] == '"':
        return row(wanted.strip('"').split()).search(read) is not None
    if regex.search(RUNNING, wanted):
        return row([wanted]).search(read) is not None
    return row([wanted]).search(read if documented else TAG.sub(" # ", read)) is not None


def levelled(text: str) -> str:
    """Return a text in small letters, without accents on Latin ones."""
    apart = unicodedata.normalize("NFKD", text.lower())
    bare: str = regex.sub(r"(?<=\p{Latin})\p{M}+", "", apart)
    return unicodedata.normalize("NFC", bare)


def row(tokens: list[str]) -> regex.Pattern[str]:
    """Return what finds tokens in a row, each of them whole."""
    each = [_whole(token) for token in tokens]
    found: regex.Pattern[str] = regex.compile(r"[^\p{L}\p{N}\p{M}]+".join(each), regex.VERSION1)
    return found


def _whole(token: str) -> str:
    before = "" if regex.match(RUNNING, token[0]) else f"(?<!{LETTER})"
    after = "" if regex.match(RUNNING, token[-1]) else f"(?!{LETTER})"
    return f"{before}{regex.escape(token)}{after}"
