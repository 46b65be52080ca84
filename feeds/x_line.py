"""What X's filtered stream is to the rest of Hark, so that nobody needs tweepy who does not use it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from feeds.x_answers import Post
from feeds.x_rules import KeptRule
from model import Failure


class Hears(Protocol):
    """Who listens to a stream."""

    async def opened(self) -> None:
        """Learn that from now on posts come."""

    async def post(self, post: Post) -> bool:
        """Take a post; return whether to go on listening."""


class Keeps(Protocol):
    """What keeps rules."""

    async def rules(self) -> tuple[KeptRule, ...] | Failure:
        """Return the rules there are."""

    async def add(self, values: Sequence[str]) -> Failure | None:
        """Add rules: all of them, or none."""

    async def delete(self, ids: Sequence[str]) -> Failure | None:
        """Delete rules."""


class Streams(Keeps, Protocol):
    """X's stream and its rules."""

    async def listen(self, hears: Hears) -> Failure | None:
        """Tell what comes until the stream ends; return why, None: it was hung up."""

    def hang_up(self) -> None:
        """End the stream."""
