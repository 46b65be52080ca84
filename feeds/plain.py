"""What feeds write → plain text that may be stored, matched and shown; pure, linear, never raises.

HTML is read as a run of tags and never built into a tree: the standard's way of building one lets 256 KiB of
unclosed formatting tags grow to a hundred million nodes.
"""

from __future__ import annotations

import html
import re
from enum import Enum

import regex

MAX_MARKUP = 256 * 1024  # characters of markup that are looked at (fetch-safety: sanitising is not free)
MAX_LINE = 4096  # characters of a title: more than any message holds


class Markup(Enum):
    """How a feed says that a text is to be read."""

    PLAIN = "plain"  # to the letter, "<b>" included
    HTML = "html"
    UNSAID = "unsaid"  # RSS titles: HTML when it looks like it


# Controls (but tab and new line), bidi embedding, override and isolate (Trojan Source, UTS 39), invisible
# separators, lone surrogates, noncharacters. Joiners stay: emoji and Persian need them; so do LRM and RLM.
_UNWANTED = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u200b\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"
    "\ufff9-\ufffb\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff]"
)
# windows-1252 as browsers read it: the five bytes that it leaves free are the C1 controls of the same number
_WINDOWS = {bytes([n]).decode("cp1252", "ignore"): n for n in range(0x80, 0xA0)}
_MOJIBAKE = re.compile(f"[\u00c2-\u00f4][\u0080-\u00bf{''.join(_WINDOWS)}]")
_ZALGO = regex.compile(r"([\p{Mn}\p{Me}]{4})[\p{Mn}\p{Me}]++")
_SPACE = re.compile(r"\s+")
_LINE_SPACE = re.compile(r"[^\S\n]+")
_LINES = re.compile(r"\s*\n\s*")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});")
_INLINE = (
    "a abbr b bdi bdo big cite code del em font i ins kbd mark q s small span strike strong sub sup tt u"
)
_BLOCK = (
    "address article aside blockquote body br caption center dd details div dl dt fieldset figcaption figure"
    " footer form h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section summary table tbody td tfoot"
    " th thead tr ul option"
)
_KNOWN = f"(?:{'|'.join([*_INLINE.split(), *_BLOCK.split(), 'img', 'wbr', 'script', 'style'])})"
_CLOSING = re.compile(rf"</{_KNOWN}\s*>|<(?:br|hr|img|wbr)\b[^<>]*>", re.IGNORECASE)
_TAG = re.compile(rf"</?{_KNOWN}(?:\s[^<>]*)?/?>", re.IGNORECASE)
_SCRIPT = re.compile(r"<(script|style)\b[^<>]*>[^<]*</\1\s*>", re.IGNORECASE)
_BLOCK_TAG = re.compile(rf"</?(?:{'|'.join(_BLOCK.split())})(?![\w:-])", re.IGNORECASE)
# Every alternative, once begun, runs to its end or to that of the text, so no text is read twice.
_MARKUP = re.compile(
    r"<(script|style|template|noscript|iframe|textarea|select|svg|title)\b(?:.*?</\1\b|.*\Z)[^>]*+(?:>|\Z)"
    r"|<!--(?:.*?-->|.*\Z)"
    r"|<[!?][^>]*+(?:>|\Z)"
    r"""|</?[a-z](?:"(?:[^"]*+")?+|'(?:[^']*+')?+|[^"'>])*+(?:>|\Z)""",
    re.IGNORECASE | re.DOTALL,
)
_LONG_NUMBER = re.compile(r"&#\d{8,}+;?")


def repaired(text: str) -> str:
    """Return `text` decoded once more when it is UTF-8 that somebody took for windows-1252: "â€™" for "’"."""
    if text.isascii() or not _MOJIBAKE.search(text):
        return text
    try:
        return bytes(_WINDOWS.get(char) or ord(char) for char in text).decode("utf-8")
    except ValueError:  # a character that windows-1252 has not, or bytes that are no UTF-8: it was text
        return text


def clean(text: str) -> str:
    """Return `text` repaired and without what harms a database, a terminal or a reader."""
    text = repaired(text)
    text = _UNWANTED.sub("", text)
    return text if text.isascii() else _ZALGO.sub(r"\1", text)


def one_line(text: str, limit: int = MAX_LINE) -> str:
    """Return cleaned `text` on one line, white space folded, at most `limit` characters."""
    return _SPACE.sub(" ", clean(text[: limit * 4])).strip()[:limit].rstrip()


def title(text: str, markup: Markup) -> str:
    """Return a title as plain text on one line.

    An RSS title does not say whether it is HTML: it is when it holds an entity, an end tag or a void tag of
    HTML, and then only tags that HTML has are removed, so that "Vec<T>" and "a < b" survive.
    """
    text = text[:MAX_MARKUP]
    if markup is Markup.PLAIN or ("<" not in text and "&" not in text):
        return one_line(text)
    if markup is Markup.UNSAID and not (_ENTITY.search(text) or _CLOSING.search(text)):
        return one_line(text)
    tags = _MARKUP if markup is Markup.HTML else _TAG
    text = tags.sub(_gap, _SCRIPT.sub("", text))
    return one_line(_unescaped(text))


def _gap(tag: re.Match[str]) -> str:
    """Return what stands for a tag: nothing inside a word, a new line where a block begins or ends."""
    return "\n" if _BLOCK_TAG.match(tag.group()) else ""


def _unescaped(text: str) -> str:
    """Return `text` with its entities decoded; Python refuses to count numbers of thousands of digits."""
    return html.unescape(_LONG_NUMBER.sub("", text)) if "&" in text else text


def text(value: str, markup: Markup) -> str:
    """Return a body as plain text: blocks on their own lines, scripts and styles dropped."""
    value = value[:MAX_MARKUP]
    if markup is not Markup.PLAIN and "<" in value:
        value = _MARKUP.sub(_gap, _SPACE.sub(" ", value))
    if markup is not Markup.PLAIN:
        value = _unescaped(value)
    value = _LINE_SPACE.sub(" ", clean(value))
    return _LINES.sub("\n", value).strip()
