"""What `/follow` was given: a web address, or an X account in any of the ways people write one. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass

from feeds.x_query import is_handle
from matching.pieces import ascii_twins
from model import SourceKind

_X_PROFILE = re.compile(
    r"(?:https?://)?(?:www\.|mobile\.|m\.)?(?:x|twitter)\.com/@?(?P<handle>\w+)/?(?P<rest>[/?#].*)?", re.I
)
_POST = re.compile(r"/status(?:es)?/\d", re.I)
_NOT_ACCOUNTS = frozenset(
    {"home", "search", "explore", "hashtag", "i", "intent", "share", "login", "settings", "notifications"}
    | {"messages", "compose", "tos", "privacy", "about", "jobs", "download", "signup"}
)
_LINK = re.compile(r"(?:https?|feed)://\S+|feed:https?://\S+", re.I)
_NO_SCHEME = re.compile(r"(?:[\w-]+\.)+[^\W\d_][\w-]+(?::\d+)?(?:[/?]\S*)?")


@dataclass(frozen=True, slots=True)
class Target:
    """What shall be followed: a feed or page by its URL, or an X account by its handle without "@"."""

    kind: SourceKind
    address: str
    post: bool = False  # a post was named: its author may be meant

    @property
    def shown(self) -> str:
        """What a person recognises it by."""
        return f"@{self.address}" if self.kind is SourceKind.X else self.address


def read_target(words: str, *, bare: bool = False) -> Target | None:
    """Return what `words` name, None when they name nothing that can be followed.

    With `bare`, for words that were not said to /follow, only a full link or an @name counts.
    """
    tidy = words.strip().strip("<>")
    plain = ascii_twins(tidy)
    handle = plain.removeprefix("@")
    if handle != plain and is_handle(handle):
        return Target(SourceKind.X, handle)
    profile = _X_PROFILE.fullmatch(tidy)
    if profile and is_handle(profile["handle"]) and profile["handle"].lower() not in _NOT_ACCOUNTS:
        return Target(SourceKind.X, profile["handle"], _POST.match(profile["rest"] or "") is not None)
    if _LINK.fullmatch(tidy):
        return Target(SourceKind.FEED, tidy)
    if not bare and _NO_SCHEME.fullmatch(tidy):
        return Target(SourceKind.FEED, f"https://{tidy}")
    return None


def split_targets(words: str) -> list[str]:
    """Return the names in one text: white space separates, and a comma that is followed by it."""
    return [part for part in (piece.strip(",，、;；") for piece in words.split()) if part]
