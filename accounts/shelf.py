"""Where the pages of a round are stored as they come, before the round is over and the cursors move."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from feeds.x_documents import Search, outcomes
from feeds.x_progress import Progress
from feeds.x_query import REACH, posted_at
from model import Document, Outcome, Source
from pipeline import Polled, Taken
from polling import Desk
from store import accounts, partly, spending
from store.database import Connection


@dataclass(slots=True)
class Shelf:
    """Keeps the pages of one round."""

    desk: Desk
    price: int  # of a post
    known: list[Progress] = field(default_factory=list)

    async def open(self) -> None:
        """Learn what an earlier round has left unfinished. Raises StoreError."""
        async with self.desk.database.read() as conn:
            self.known = [_progress(row) for row in await partly.get(conn)]

    async def keep(
        self, search: Search, owners: Mapping[str, Any], progress: Progress, billed: frozenset[str]
    ) -> frozenset[int] | None:
        """Store a page: its posts, what is owed and billed for them, and how far its query has been read.

        Returns the ids of those posts that were known in some version; None when somebody's post is nobody's,
        and nothing is stored. Raises StoreError.
        """
        brought = outcomes(search, owners)
        if brought is None:
            return None
        now = self.desk.clock()
        mine = (progress.accounts, progress.words)
        left = [*(each for each in self.known if (each.accounts, each.words) != mine), progress]
        async with self.desk.database.begin() as conn:
            guids = await accounts.known_guids(conn, [f"x:{post.first_id}" for post in search.posts])
            polled = [_unknown(source, brought[source.id], guids) for source in search.asked.sources]
            taken = await self.desk.ingest.beside(conn, [each for each in polled if each is not None], now)
            await self._charge(conn, search, taken, billed)
            await partly.keep(conn, [asdict(each) for each in left])
        self.known = left
        if taken.owed:
            self.desk.engine.wake(None, "send")
        return frozenset(post.id for post in search.posts if f"x:{post.first_id}" in guids)

    async def _charge(self, conn: Connection, search: Search, taken: Taken, billed: frozenset[str]) -> None:
        guids = {str(post.id): f"x:{post.first_id}" for post in search.posts}
        for post in sorted(billed):
            hits = taken.hits.get(guids.get(post, ""), ())
            await spending.charge(conn, hits, self.price, self.desk.clock())

    async def clear(self, conn: Connection, polled: Mapping[str, Outcome]) -> None:
        """Forget, with the transaction that moves the cursors, what they tell now. Raises StoreError."""
        floor = self.desk.clock() - REACH
        left = [each for each in self.known if posted_at(each.reached) > floor and not _told(each, polled)]
        if left != self.known:
            await partly.keep(conn, [asdict(each) for each in left])
            self.known = left


def _progress(row: dict[str, Any]) -> Progress:
    return Progress(**row | {"accounts": tuple(row["accounts"]), "words": tuple(row["words"])})


def _unknown(source: Source, outcome: Outcome, guids: frozenset[str]) -> Polled | None:
    """Return what of a page is quite new; other versions of what is known are the round's business."""
    if not isinstance(outcome, Document):
        return None
    entries = tuple(each for each in outcome.entries if each[1].guid not in guids)
    return Polled(source, Document(entries)) if entries else None


def _told(progress: Progress, polled: Mapping[str, Outcome]) -> bool:
    """Tell whether the cursors of all its accounts have come as far."""
    found = [polled.get(account) for account in progress.accounts]
    return all(isinstance(each, Document) and int(each.cursor or 0) >= progress.reached for each in found)
