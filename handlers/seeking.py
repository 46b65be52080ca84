"""What is at an address that a person pasted, asked of the far end; and following it in a transaction."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol

from feeds.addresses import judge_url, printable
from feeds.sites import About, SiteFeed, feeds_of
from feeds.x_answers import XAccount
from model import (
    OF_ACCOUNT,
    Document,
    Failure,
    FailureReason,
    Follow,
    FollowMode,
    Outcome,
    Source,
    SourceKind,
)
from store import sources
from store.database import Connection
from store.sources import Wanted

_REFUSED = (
    FailureReason.NOT_PUBLIC,
    FailureReason.BAD_URL,
    *OF_ACCOUNT,
    FailureReason.X_FEED,  # also what a feed of nobody's posts looks like
)
_ABSENT = (FailureReason.NOT_A_FEED, FailureReason.HTTP_STATUS, FailureReason.GONE)


@dataclass(frozen=True, slots=True)
class Named:
    """A feed that can be chosen."""

    url: str
    title: str = ""
    about: About = About.ALL


@dataclass(frozen=True, slots=True)
class FoundFeed:
    """A feed, and what the fetch that found it read there."""

    url: str
    title: str
    outcome: Document
    others: tuple[Named, ...] = ()  # what else the page names


class Finder(Protocol):
    """Asks the far end. Whatever that does is a value."""

    async def find_feed(self, url: str) -> FoundFeed | Failure:
        """Return the feed at an address, or the one that the page there names."""

    async def find_account(self, handle: str) -> XAccount | Failure | None:
        """Return the X account with that name; None: Hark has no access to X."""


TakeIn = Callable[[Connection, Source, Outcome], Awaitable[object]]
"""Takes what was read of a source in its first fetch through the pipeline, inside the transaction."""


@dataclass(frozen=True, slots=True)
class Found:
    """What shall be followed, and what is known of it; None: nothing was read yet."""

    wanted: Wanted
    outcome: Outcome | None

    @property
    def failure(self) -> Failure | None:
        """Why it could not be read."""
        return self.outcome if isinstance(self.outcome, Failure) else None

    @property
    def refused(self) -> bool:
        """Whether it is nothing that can be followed."""
        return self.failure is not None and self.failure.reason in _REFUSED


@dataclass(frozen=True, slots=True)
class Choice:
    """Several feeds, of which a person may mean any."""

    address: str  # where they were found
    feeds: tuple[Named, ...]


@dataclass(frozen=True, slots=True)
class Kept:
    """A source that a chat follows now."""

    source: Source
    failure: Failure | None
    before: FollowMode | None  # how the chat followed it already


@dataclass(frozen=True, slots=True)
class Seeker:
    """Looks with `finder`, for `patience` at most a source."""

    finder: Finder
    take_in: TakeIn
    clock: Callable[[], datetime]
    patience: timedelta

    async def seek(self, kind: SourceKind, address: str, *, choose: bool) -> Found | Choice | None:
        """Return what is at the address, None when it is an X account and Hark has no access to X.

        Without `choose` it is never a choice: the best of several feeds is taken.
        """
        if kind is SourceKind.X:
            return await self._account(address)
        ways = feeds_of(address)
        if len(ways) > 1 and choose:
            return Choice(address, tuple(Named(way.url, about=way.about) for way in ways))
        try:
            async with asyncio.timeout(self.patience.total_seconds()):
                return await self._feed(address, ways, choose)
        except TimeoutError:
            asked = ways[0].url if ways and ways[0].sure else address
            return _of_feed(asked, Failure(FailureReason.TIMEOUT))

    async def _account(self, handle: str) -> Found | None:
        try:
            async with asyncio.timeout(self.patience.total_seconds()):
                return _of_account(handle, await self.finder.find_account(handle))
        except TimeoutError:
            return _of_account(handle, Failure(FailureReason.TIMEOUT))

    async def _feed(self, address: str, ways: tuple[SiteFeed, ...], choose: bool) -> Found | Choice:
        for way in ways[:1]:
            found = await self.finder.find_feed(way.url)
            if way.sure or not (isinstance(found, Failure) and found.reason in _ABSENT):
                return _of_feed(way.url, found)
        found = await self.finder.find_feed(address)
        if choose and isinstance(found, FoundFeed) and found.others:
            return Choice(address, (Named(found.url, found.title), *found.others))
        return _of_feed(address, found)

    async def keep(self, conn: Connection, found: Found, chat_id: int, thread_id: int | None = None) -> Kept:
        """Let the chat follow what was found; how it followed it before stays."""
        now = self.clock()
        source = await sources.ensure(conn, found.wanted, now, shared=False)
        if found.outcome is not None and source.first_read is None:
            await self.take_in(conn, source, found.outcome)
        failure = found.failure
        if failure is None or source.first_read is not None:
            failure = source.failure
        for known, followed in await sources.followed_by(conn, chat_id):
            if known.id == source.id:
                return Kept(source, failure, followed.mode)
        await sources.add_follow(conn, Follow(chat_id, source.id, FollowMode.WORDS, now, thread_id))
        return Kept(source, failure, None)


def name_of(found: Found) -> str:
    """Return what a person recognises by, before it is a source."""
    return found.wanted.name if found.wanted.kind is SourceKind.X else printable(found.wanted.address)


def _of_feed(address: str, found: FoundFeed | Failure) -> Found:
    if isinstance(found, Failure):
        target = judge_url(address)
        normal = address if isinstance(target, Failure) else target.address
        return Found(Wanted(SourceKind.FEED, normal, ""), found)
    return Found(Wanted(SourceKind.FEED, found.url, found.title), found.outcome)


def _of_account(handle: str, found: XAccount | Failure | None) -> Found | None:
    if found is None:
        return None
    if isinstance(found, Failure):
        return Found(Wanted(SourceKind.X, handle.lower(), f"@{handle}"), found)
    wanted = Wanted(SourceKind.X, found.handle.lower(), f"@{found.handle}")
    return Found(wanted, Failure(FailureReason.X_PROTECTED) if found.protected else None)
