"""What a round of reading X accounts gives, whoever reads them, and where its pages are put."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from feeds.x_answers import XAccount
from feeds.x_documents import Search
from feeds.x_progress import Progress
from model import Outcome


@dataclass(frozen=True, slots=True)
class XPoll:
    """What one round brought."""

    outcomes: dict[int, Outcome]  # by source id; every source asked for has one
    pause_until: datetime | None = None  # nothing is to be asked of X before then; None: go on
    billed: frozenset[str] = frozenset()  # ids of the posts that were paid for
    refused: frozenset[str] = frozenset()  # words that X does not search for
    queries: int = 0  # what the round takes when all of it is asked


class Shelf(Protocol):
    """Where pages are stored as they come."""

    @property
    def known(self) -> Sequence[Progress]:
        """How far queries have been read whose accounts' cursors could not move yet."""

    async def keep(
        self, search: Search, owners: Mapping[str, XAccount], progress: Progress, billed: frozenset[str]
    ) -> frozenset[int] | None:
        """Store a page; return the ids of posts known in some version, None when nothing can be stored."""
