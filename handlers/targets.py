"""What `/follow` was given: a web address, an X account or a name elsewhere, as people write them. Pure."""

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
_FEDIVERSE = re.compile(r"@(?P<user>\w+(?:[.-]\w+)*)@(?P<host>(?:[\w-]+\.)+[^\W\d_][\w-]+)")
_BLUESKY = re.compile(r"@(?P<name>(?:[a-z\d-]+\.)+[a-z]{2,})", re.I)  # its names are names of hosts
_REDDIT = re.compile(r"/?(?P<what>r|u|user)/(?P<name>[\w-]{2,24})/?", re.I | re.ASCII)
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

    With `bare`, for words not said to /follow, only a full link, an @name, r/forum or u/user counts.
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
    page = _page_of_name(plain)
    if page:
        return Target(SourceKind.FEED, page)
    if not bare and _NO_SCHEME.fullmatch(tidy):
        return Target(SourceKind.FEED, f"https://{tidy}")
    return None


def _page_of_name(name: str) -> str:
    """Return the page of @user@host, @user.bsky.social, r/forum or u/user, "" for any other name."""
    if found := _FEDIVERSE.fullmatch(name):
        return f"https://{found['host'].lower()}/@{found['user']}"
    if found := _BLUESKY.fullmatch(name):
        return f"https://bsky.app/profile/{found['name'].lower()}"
    if found := _REDDIT.fullmatch(name):
        return f"https://www.reddit.com/{'r' if found['what'].lower() == 'r' else 'user'}/{found['name']}/"
    return ""


def split_targets(words: str) -> list[str]:
    """Return the names in one text: white space separates, and a comma that is followed by it."""
    return [part for part in (piece.strip(",，、;；") for piece in words.split()) if part]
