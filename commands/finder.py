"""Finds what a person wants to follow: the feed at an address, the account behind a name."""

from __future__ import annotations

from datetime import timedelta

from commands.build import Readers
from feeds.discovery import discover
from feeds.x_answers import XAccount
from feeds.x_feeds import XFeedReader
from feeds.x_query import is_handle
from handlers.seeking import FoundFeed, Named
from model import Document, Failure, FailureReason, Source, SourceKind
from polling import OF_X_ITSELF

_NOT_FOUND = 404


class NetworkFinder:
    """Asks the network, through the same door as every poll."""

    def __init__(self, readers: Readers, limit: timedelta) -> None:
        """Take at most `limit` for one address, all its pages included."""
        self._readers = readers
        self._limit = limit

    async def find_feed(self, url: str) -> FoundFeed | Failure:
        """Return the feed at an address, or the one that the page there names."""
        found = await discover(self._readers.fetcher, url, self._limit)
        if isinstance(found, Failure):
            return found
        new = Source(id=0, kind=SourceKind.FEED, address=found.feed_url, name="", shared=False)
        outcome = await self._readers.feeds.digest(found.fetched, new)
        if isinstance(outcome, Document):
            others = tuple(Named(each.url, each.title) for each in found.others)
            return FoundFeed(found.feed_url, outcome.title, outcome, others)
        return outcome if isinstance(outcome, Failure) else Failure(FailureReason.NOT_A_FEED)

    async def find_account(self, handle: str) -> XAccount | Failure | None:
        """Return the X account with that name; None: Hark has no access to X."""
        found = None if self._readers.x is None else await self._readers.x.lookup(handle)
        unpaid = found is None or (isinstance(found, Failure) and found.reason in OF_X_ITSELF)
        if self._readers.x_feeds is None or not unpaid:
            return found
        listed = await self._account_of_feeds(self._readers.x_feeds, handle)
        return listed if found is None or not isinstance(listed, Failure) else found

    async def _account_of_feeds(self, feeds: XFeedReader, handle: str) -> XAccount | Failure:
        """Return the account when a feed lists posts of it, else why none does."""
        name = handle.removeprefix("@")
        if not is_handle(name):
            return Failure(FailureReason.X_ACCOUNT)
        asked = Source(id=0, kind=SourceKind.X, address=name.lower(), name=f"@{name}", shared=False)
        outcome = await feeds.read(asked)
        if not isinstance(outcome, Failure):
            return XAccount("", name, name)
        return Failure(FailureReason.X_FEED) if outcome.status == _NOT_FOUND else outcome
