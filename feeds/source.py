"""What every kind of source does: read itself once, and say what came of it as a value.

A new kind of source is one module with a class that has `read`.
"""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import Protocol

from feeds.fetch import Fetched, NotModified
from feeds.parsing import Parse, Work
from feeds.websub import links_of
from model import Document, Failure, Outcome, Source, Unchanged, Validators

_NOTHING_KNOWN = Validators()


class Reader(Protocol):
    """Reads sources of one kind."""

    async def read(self, source: Source) -> Outcome:
        """Return what one poll of `source` brought; whatever the far end does is an outcome, no error."""


class Fetching(Protocol):
    """What readers and discovery need of the one door to the network."""

    async def fetch(
        self, url: str, validators: Validators = ..., *, subscribers: int = ...
    ) -> Fetched | NotModified | Failure:
        """Return the document at `url`, that it is unchanged, or why there is none."""


class FeedReader:
    """Reads feeds: a conditional fetch, then nothing for bytes that are the same, then parsing off the loop.

    Decides neither when to poll nor what is new to Hark; writes nothing.
    """

    def __init__(self, fetcher: Fetching, parse: Parse) -> None:
        self._fetcher = fetcher
        self._parse = parse

    async def read(self, source: Source) -> Outcome:
        """Return the entries of `source` that its listing does not hold, that nothing changed, or why not."""
        answer = await self._fetcher.fetch(source.address, source.validators, subscribers=source.subscribers)
        if isinstance(answer, Failure):
            return answer
        if isinstance(answer, NotModified):
            return Unchanged(answer.validators, answer.moved_to)
        return await self.digest(answer, source)

    async def digest(self, fetched: Fetched, source: Source) -> Outcome:
        """Return what `fetched` brings to `source`; for a document that discovery has fetched already."""
        body_hash = hashlib.blake2b(fetched.body, digest_size=16).digest()
        if body_hash == source.body_hash:
            return Unchanged(fetched.validators, fetched.moved_to)
        outcome = await self.whole(fetched, frozenset(number for number, _ in source.listing))
        if not isinstance(outcome, Document):
            return outcome
        said = links_of(fetched.link) if fetched.link else {}
        return replace(
            outcome,
            validators=fetched.validators,
            body_hash=body_hash,
            moved_to=fetched.moved_to,
            hub=said.get("hub", outcome.hub),
            topic=said.get("self", outcome.topic) or fetched.url,
        )

    async def whole(self, fetched: Fetched, known: frozenset[int] = frozenset()) -> Document | Failure:
        """Return the entries of a document that are not `known`, parsed off the loop."""
        return await self._parse(Work(fetched.body, fetched.content_type, fetched.url, known))
