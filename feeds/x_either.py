"""X accounts by X's own API where it may be paid, else from feeds made of their posts."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from feeds.x_feeds import XFeedReader
from feeds.x_poll import Shelf, XPoll
from model import Failure, FailureReason, Outcome, Source, Wants

if TYPE_CHECKING:
    from feeds.x_reader import XReader  # with tweepy, for those who have a token

_UNPAID = (FailureReason.X_CREDENTIALS, FailureReason.X_MONEY, FailureReason.X_BUDGET)


class EitherReader:
    """Reads X accounts in whatever way there is; the same post is the same in both."""

    def __init__(self, api: XReader | None, feeds: XFeedReader | None) -> None:
        """Without `api` all is read from feeds; without `feeds` what the API refuses stays refused; without
        both nothing is read, and why is the outcome of each."""
        self._api = api
        self._feeds = feeds

    async def read(
        self,
        sources: Sequence[Source],
        wants: Mapping[str, Wants] | None = None,
        shelf: Shelf | None = None,
    ) -> XPoll:
        """Return an outcome for every source."""
        if self._api is None:
            return XPoll(await self._from_feeds(sources))
        poll = await self._api.read(sources, wants, shelf)
        if self._feeds is None:
            return poll
        unpaid = [source for source in sources if _is_unpaid(poll.outcomes[source.id])]
        read = await self._from_feeds(unpaid)
        return replace(poll, outcomes=poll.outcomes | read, pause_until=None if unpaid else poll.pause_until)

    async def _from_feeds(self, sources: Sequence[Source]) -> dict[int, Outcome]:
        if self._feeds is None:
            return {source.id: Failure(FailureReason.X_CREDENTIALS) for source in sources}
        outcomes = await asyncio.gather(*(self._feeds.read(source) for source in sources))
        return {source.id: outcome for source, outcome in zip(sources, outcomes, strict=True)}


def _is_unpaid(outcome: Outcome) -> bool:
    return isinstance(outcome, Failure) and outcome.reason in _UNPAID
