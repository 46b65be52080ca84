"""In what two sightings agree, and whether that makes them one: the rules of `identity.py`, pair by pair.

Losing something new is worse than telling something twice, so whatever may be two stays two.
"""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import NamedTuple

from model import ItemKeys
from stories.keys import BRIEF, HOME, POST

_PATH = slice(0, 17)  # the part of a URL key that stands for path and query; the rest stands for the host
_HOST = slice(17, None)


class Evidence(StrEnum):
    """What made an entry a known item."""

    GUID = "guid"
    URL = "url"
    CONTENT = "content"  # the words, or title and date
    MOVED = "moved"  # the whole document, or the site, has moved
    NEW = "new"


class Surroundings(NamedTuple):
    """What the rest of the document says about the evidence of one entry."""

    guid_tells: bool = True  # its guid stands for one entry only
    url_tells: bool = True  # its URL stands for one entry only and is no home page
    url_once: bool = True  # no other entry of this document has its URL
    pair_tells: bool = True  # guid and URL together stand for one entry only
    small: bool = False  # fewer than three entries: a constant id would not show
    guids_churn: bool = False  # most entries are known by URL and come with a new guid


class Agreement(NamedTuple):
    """What an entry shares with a known item, or with another entry of its document."""

    guid: bool
    url: bool
    content: bool
    title: bool
    date: bool  # equal to the second
    undated: bool  # one of the two has no date
    path: bool  # same path and query, whatever the host
    other_guid: bool  # both have guids, which differ
    other_url: bool  # both have URLs, which differ
    other_content: bool  # both have a text that tells something, which differ
    nameless: bool  # neither guid nor URL: content alone decides
    foreign: bool  # the item was found in another source
    identical: bool  # every key it has, and the date
    post: bool  # the URL both have is that of a post on X, whose id is never given twice

    @property
    def weight(self) -> int:
        """Return how well the two agree; URL and title together outweigh a guid alone."""
        return (
            32 * self.identical
            + 8 * self.guid
            + 7 * self.url
            + 3 * self.content
            + 2 * self.title
            + 2 * self.date
            + (self.path or self.url)
        )

    @property
    def name(self) -> Evidence:
        """Return the best evidence that the two are one."""
        if self.guid:
            return Evidence.GUID
        return Evidence.URL if self.url else Evidence.CONTENT

    @property
    def words(self) -> bool:
        """Return whether the words agree: the same content, or title and date."""
        return self.content or (self.title and self.date)

    @property
    def bare_guid(self) -> bool:
        """Return whether the guid says "same" and everything else "another"."""
        return self.guid and self.other_url and not (self.content or self.title or self.date or self.path)

    @property
    def movable(self) -> bool:
        """Return whether it may be the same under another name, if the whole document has moved."""
        return (
            not self.guid
            and not self.url
            and not self.nameless
            and (self.content or (self.title and self.undated))
        )


def names_home(url: str) -> bool:
    """Return whether a URL key is that of a home page, which is about everything."""
    return url[_PATH] == HOME[_PATH]


def names_post(url: str) -> bool:
    """Return whether a URL key is that of a post on X."""
    return url[_HOST] == POST[_HOST]


def agreement(
    keys: ItemKeys,
    published: datetime | None,
    other: frozenset[str],
    other_published: datetime | None,
    foreign: bool,
) -> Agreement:
    """Return what an entry and another sighting share; `other` holds every key of that one."""
    guid, url = bool(keys.guid) and keys.guid in other, bool(keys.url) and keys.url in other
    content, title = bool(keys.content) and keys.content in other, bool(keys.title) and keys.title in other
    all_shared = other.issuperset(keys.all())
    kinds = "" if all_shared else {key[0] for key in other}
    return Agreement(
        guid=guid,
        url=url,
        content=content and keys.content[0] != BRIEF,
        title=title,
        date=_same_second(published, other_published),
        undated=published is None or other_published is None,
        path=url or _same_path(keys.url, other),
        other_guid=bool(keys.guid) and not guid and "g" in kinds,
        other_url=bool(keys.url) and not url and "u" in kinds,
        other_content=bool(keys.content) and not content and ("c" in kinds or BRIEF in kinds),
        nameless=not keys.guid and not keys.url,
        foreign=foreign,
        identical=all_shared and published == other_published,
        post=url and names_post(keys.url),
    )


def _same_second(one: datetime | None, two: datetime | None) -> bool:
    return one is not None and two is not None and one.replace(microsecond=0) == two.replace(microsecond=0)


def _same_path(url: str, other: frozenset[str]) -> bool:
    if not url or names_home(url):
        return False
    return any(key[_PATH] == url[_PATH] for key in other if key[0] == "u")


def evidence(found: Agreement, around: Surroundings) -> Evidence | None:
    """Return why an entry is the item that `found` compares it with, or None when it may be another one.

    For items that the document does not list beside the entry; `repeats` judges those.
    """
    if found.identical and not found.foreign:
        return found.name
    if found.guid and _guid_suffices(found, around):
        return Evidence.GUID
    if found.url and _url_suffices(found, around):
        return Evidence.URL
    if found.guid or found.url:
        return None  # judged, and found wanting
    return _words_suffice(found)


def _guid_suffices(found: Agreement, around: Surroundings) -> bool:
    if found.post:
        return True
    if found.url and around.pair_tells and (around.url_tells or around.guid_tells or found.date):
        return True
    if not around.guid_tells:
        return found.words
    supported = found.url or found.title or found.content or found.date or found.path
    return supported or not around.small


def _url_suffices(found: Agreement, around: Surroundings) -> bool:
    if found.words:
        return True
    if not around.url_tells:
        one_guid = not found.other_guid or (around.guids_churn and around.url_once)
        return one_guid and (found.title or (found.date and around.url_once))
    if found.foreign:
        return True
    if around.small:
        return found.date or (found.title and (found.undated or not found.other_guid))
    return not found.other_guid or found.title or found.date or found.undated or around.guids_churn


def _words_suffice(found: Agreement) -> Evidence | None:
    if found.content and (found.nameless or found.date or found.undated):
        return Evidence.CONTENT
    if found.title and found.date:
        return Evidence.CONTENT
    return Evidence.MOVED if (found.content or found.title) and found.path else None


def repeats(found: Agreement) -> bool:
    """Return whether two entries of one document are one entry listed twice.

    An equal date is no help here: a feed may stamp all its entries with the time of the fetch.
    """
    if found.identical or (found.post and found.guid):
        return True
    if found.content:
        return found.guid or found.url or found.nameless
    another = found.other_content and not found.date and not found.undated
    if not found.title or another:
        return False
    return (found.guid and not found.other_url) or (found.url and not found.other_guid)
