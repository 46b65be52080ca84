"""X accounts without X's own API: feeds of their posts, as RSSHub, Nitter and rss-bridge make them.

Such a feed fails by being empty, or by holding one item that asks for registration: neither means that there
is no news. What is no post is left out, and a post has the identity it has through X's own API.
"""

from __future__ import annotations

import asyncio
import hashlib
import re
from collections.abc import Awaitable, Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from feeds.fetch import Fetched, NotModified
from feeds.source import Fetching
from model import Document, Entry, Failure, FailureReason, Outcome, Source, Unchanged, Validators

_STATUS = re.compile(r"/status(?:es)?/(\d{1,20})(?!\d)")
_BARE = re.compile(r"\d{15,20}")
_REPOST = re.compile(r"RT (?:by )?@\w{1,15}: ")
_RSSHUB_REPOST = re.compile(r"RT (.+?): ")
_LEAD = re.compile(r"(?:Pinned: |R to @\w{1,15}: |Re @\w{1,15} )+")

Parse = Callable[[Fetched], Awaitable[Document | Failure]]
"""Reads all entries of a feed, off the loop."""


class XFeedReader:
    """Reads X accounts from feeds made of their posts; stores nothing."""

    def __init__(self, fetcher: Fetching, templates: Sequence[str], parse: Parse) -> None:
        """`templates` are addresses with `{handle}`; `parse` reads a feed off the loop."""
        self._fetcher = fetcher
        self._templates = templates
        self._parse = parse

    async def read(self, source: Source) -> Outcome:
        """Return the new posts from the first feed that has any, else why the first has none."""
        first: Failure | None = None
        for template in self._templates:
            outcome = await self._read(source, template.replace("{handle}", source.address))
            if not isinstance(outcome, Failure):
                return outcome
            first = first or outcome
        return first or Failure(FailureReason.X_CREDENTIALS)

    async def beside(
        self, sources: Sequence[Source], outcomes: Mapping[int, Outcome]
    ) -> Mapping[int, Outcome]:
        """Return `outcomes` of X's own API, for these sources with what their feeds hold besides.

        A feed that fails changes nothing: it is not what the source is read by.
        """
        read = [source for source in sources if isinstance(outcomes[source.id], Document)]
        free = await asyncio.gather(*map(self.read, read))
        both = zip(read, free, strict=True)
        return dict(outcomes) | {source.id: _both(source, outcomes[source.id], each) for source, each in both}

    async def _read(self, source: Source, url: str) -> Outcome:
        answer = await self._fetcher.fetch(url, source.validators)
        if isinstance(answer, Failure):
            return answer
        if isinstance(answer, NotModified):
            return Unchanged(answer.validators)
        body_hash = hashlib.blake2b(answer.body, digest_size=16).digest()
        if body_hash == source.body_hash:
            return Unchanged(answer.validators)
        outcome = await self._parse(answer)
        if not isinstance(outcome, Document):
            return outcome
        posts = dict(_posts(outcome, source))
        if not posts:
            return Failure(FailureReason.X_FEED)
        return _document(source, posts, answer.validators, body_hash)


def _both(source: Source, paid: Outcome, free: Outcome) -> Outcome:
    if not isinstance(paid, Document) or isinstance(free, Failure):
        return paid
    if isinstance(free, Unchanged):
        listed = tuple(mark for mark, _ in source.listing)
        free = Document((), listed, validators=free.validators, body_hash=source.body_hash)
    entries = dict(free.entries) | dict(paid.entries)
    return replace(
        paid,
        entries=tuple(sorted(entries.items(), key=lambda each: each[0], reverse=True)),
        kept=tuple(dict.fromkeys(paid.kept + free.kept)),
        validators=free.validators,
        body_hash=free.body_hash,
    )


def _posts(document: Document, source: Source) -> Iterator[tuple[int, Entry]]:
    """Yield the account's own posts by their number; reposts are somebody else's."""
    for _, entry in document.entries:
        number = _number(entry)
        if number and not _is_repost(entry):
            yield number, _entry(number, entry, source)


def _is_repost(entry: Entry) -> bool:
    """Tell a repost from words that begin with "RT": RSSHub names its author on a line of its own."""
    named = _RSSHUB_REPOST.match(entry.title)
    if named is not None and entry.text.startswith(f"RT {named[1]}\n"):
        return True
    return _REPOST.match(entry.title or entry.text) is not None


def _number(entry: Entry) -> int:
    """Return the id of the post that an entry is, 0 when it is none."""
    found = _STATUS.search(entry.url) or _STATUS.search(entry.guid)
    if found is not None:
        return int(found[1])
    return int(entry.guid) if _BARE.fullmatch(entry.guid) else 0


def _entry(number: int, entry: Entry, source: Source) -> Entry:
    """Return the post as X's own API would have brought it."""
    name = source.name.removeprefix("@")
    handle = name if name.lower() == source.address else source.address
    return Entry(
        guid=f"x:{number}",
        url=f"https://x.com/{handle}/status/{number}",
        text=_LEAD.sub("", entry.text or entry.title, count=1),
        author=f"@{handle}",
        published=entry.published,
        language=entry.language,
        tags=entry.tags,
        media=entry.media,
    )


def _document(
    source: Source, posts: Mapping[int, Entry], validators: Validators, body_hash: bytes
) -> Document:
    listed = {fingerprint for fingerprint, _ in source.listing}
    marks = {number & (2**63 - 1): entry for number, entry in sorted(posts.items(), reverse=True)}
    return Document(
        entries=tuple((mark, entry) for mark, entry in marks.items() if mark not in listed),
        kept=tuple(mark for mark in marks if mark in listed),
        validators=validators,
        body_hash=body_hash,
        cursor=source.cursor,
        external_id=source.external_id,
    )
