"""What a title says itself, without the outlet's name at its end and the labels before it."""

from __future__ import annotations

import re

from text import fold_key

_ENDING = re.compile(r"^(?P<head>.{12,}?\S)(?:\s+[-–—|｜·•»]\s+|\s*[|｜丨]\s*|_)(?P<tail>[^|｜丨_]{2,40})$")
_LABEL = re.compile(
    r"^\s*(?:(?:breaking(?: news)?|just in|exclusive|live|watch|video|photos?|opinion|analysis"
    r"|updated?(?: \d+)?|factbox|explainer|ultim'?ora|ultimissime|esclusiva|diretta|foto|ultima hora|urgente"
    r"|en vivo|ao vivo|en direct|exclusif|eilmeldung|срочно|видео|фото"
    r"|عاجل|速報|動画|속보|단독)\s*(?:[:|\-–—!]+\s+|[:|]\s*)"
    r"|(?:快讯|快訊|突发|突發|最新|独家|獨家|速报|重磅|视频|視頻|直播)\s*[:：|｜丨!！,，]\s*"
    r"|[\[【(（](?:快讯|快訊|突发|突發|最新|独家|獨家|重磅|视频|視頻|图集|速報|속보|단독"
    r"|video|live|watch|updated?|exclusive)"
    r"[\]】)）]\s*)",
    re.IGNORECASE,
)
_WORDS_OF_A_NAME = 5
_PLAIN = re.compile(r"[\W_]+")


def headline(title: str, outlet: str) -> str:
    """Return a title without what every title of its outlet carries: "… - Reuters", "快讯｜…", "LIVE: …"."""
    head = title.strip()
    for _ in range(2):  # "… - Sport - Corriere della Sera"
        match = _ENDING.match(head)
        if match is None or not _is_outlet(match["tail"], outlet):
            break
        head = match["head"]
    said = _LABEL.sub("", head, count=1)
    return said if len(said) > 5 else head


def _is_outlet(tail: str, outlet: str) -> bool:
    name, known = _letters(tail), _letters(outlet)
    if known and name and (name in known or known in name):
        return True
    if not tail[:1].isascii() or len(tail.split()) > _WORDS_OF_A_NAME or any(c in tail for c in ",;:?!\"'…"):
        return not tail.isascii() and len(tail) <= 6 and not known
    return tail[:1].isupper() or "." in tail


def _letters(name: str) -> str:
    return _PLAIN.sub("", fold_key(name))
