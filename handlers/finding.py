"""Finding what a person wants to follow, and following it."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import partial
from typing import Protocol

from feeds.addresses import judge_url, printable
from feeds.x_answers import XAccount
from handlers.following import mode_buttons
from handlers.sources_shown import source_name
from handlers.words import label, reason
from locales import Text
from model import (
    Document,
    Errand,
    Failure,
    FailureReason,
    Follow,
    FollowMode,
    Message,
    Outcome,
    Source,
    SourceKind,
)
from store import sources
from store.database import Connection
from store.sources import Wanted

_NAME_ROOM = 3000  # code points: so a message holds whatever else it says
_REFUSED = (
    FailureReason.NOT_PUBLIC,
    FailureReason.BAD_URL,
    FailureReason.X_ACCOUNT,
    FailureReason.X_FEED,  # also what a feed of nobody's posts looks like
)


@dataclass(frozen=True, slots=True)
class FoundFeed:
    """A feed, and what the fetch that found it read there."""

    url: str
    title: str
    outcome: Document


class Finder(Protocol):
    """Asks the far end. Whatever that does is a value."""

    async def find_feed(self, url: str) -> FoundFeed | Failure:
        """Return the feed at an address, or the one that the page there names."""

    async def find_account(self, handle: str) -> XAccount | Failure | None:
        """Return the X account with that name; None: Hark has no access to X."""


TakeIn = Callable[[Connection, Source, Outcome], Awaitable[object]]
"""Takes what was read of a source in its first fetch through the pipeline, inside the transaction."""


@dataclass(frozen=True, slots=True)
class _Found:
    """What shall be followed, and what is known of it; None: nothing was read yet."""

    wanted: Wanted
    outcome: Outcome | None


class Finding:
    """Does the errands of /follow."""

    def __init__(
        self, finder: Finder, take_in: TakeIn, clock: Callable[[], datetime], patience: timedelta
    ) -> None:
        """Look with `finder`, for `patience` at most."""
        self._finder = finder
        self._take_in = take_in
        self._clock = clock
        self._patience = patience

    async def work(self, errand: Errand) -> Callable[[Connection, Errand, Text], Awaitable[Message]]:
        """Find what the errand names; what is returned follows it and says so, inside a transaction."""
        found = await self._find(errand)
        return partial(self._answer, found)

    async def _find(self, errand: Errand) -> _Found | None:
        """Return what is at the address, None when it is an X account and Hark has no access to X."""
        address = errand.payload["address"]
        try:
            async with asyncio.timeout(self._patience.total_seconds()):
                if errand.payload["kind"] == SourceKind.X:
                    return _of_account(address, await self._finder.find_account(address))
                return _of_feed(address, await self._finder.find_feed(address))
        except TimeoutError:
            timeout = Failure(FailureReason.TIMEOUT)
            if errand.payload["kind"] == SourceKind.X:
                return _of_account(address, timeout)
            return _of_feed(address, timeout)

    async def _answer(self, found: _Found | None, conn: Connection, errand: Errand, text: Text) -> Message:
        """Follow what was found; what is said of it takes the place of a message that was tapped."""
        said = await self._follow(found, conn, errand, text)
        return replace(said, edit_message_id=int(errand.payload.get("edit") or 0) or None)

    async def _follow(self, found: _Found | None, conn: Connection, errand: Errand, text: Text) -> Message:
        """Let the chat follow what was found and return what to say about it."""
        if found is None:
            return Message(text.html("follow-x-off", name=f"@{errand.payload['address']}"))
        failure = found.outcome if isinstance(found.outcome, Failure) else None
        if failure is not None and failure.reason in _REFUSED:
            is_x = found.wanted.kind is SourceKind.X
            name = found.wanted.name if is_x else printable(errand.payload["address"])
            return Message(
                text.html("follow-refused", name=label(name, _NAME_ROOM), reason=reason(text, failure))
            )
        now = self._clock()
        source = await sources.ensure(conn, found.wanted, now, shared=False)
        if found.outcome is not None and source.first_read is None:
            await self._take_in(conn, source, found.outcome)
        if failure is None or source.first_read is not None:
            failure = source.failure
        mode = await self._keep(conn, errand, source, now)
        return Message(_told(text, source, failure, mode), mode_buttons(text, source.id))

    async def _keep(
        self, conn: Connection, errand: Errand, source: Source, now: datetime
    ) -> FollowMode | None:
        """Let the chat follow the source. Returns how it followed it before, None when it did not."""
        own = await sources.followed_by(conn, errand.chat_id)
        for known, followed in own:
            if known.id == source.id:
                return followed.mode
        wanted = Follow(errand.chat_id, source.id, FollowMode.WORDS, now, errand.thread_id)
        await sources.add_follow(conn, wanted)
        return None


def _of_feed(address: str, found: FoundFeed | Failure) -> _Found:
    if isinstance(found, Failure):
        target = judge_url(address)
        normal = address if isinstance(target, Failure) else target.address
        return _Found(Wanted(SourceKind.FEED, normal, ""), found)
    return _Found(Wanted(SourceKind.FEED, found.url, found.title), found.outcome)


def _of_account(handle: str, found: XAccount | Failure | None) -> _Found | None:
    if found is None:
        return None
    if isinstance(found, Failure):
        return _Found(Wanted(SourceKind.X, handle.lower(), f"@{handle}"), found)
    wanted = Wanted(SourceKind.X, found.handle.lower(), f"@{found.handle}")
    return _Found(wanted, Failure(FailureReason.X_ACCOUNT) if found.protected else None)


def _told(text: Text, source: Source, failure: Failure | None, before: FollowMode | None) -> str:
    name = source_name(source)
    if failure is not None:
        html = text.html("follow-ill", name=name, reason=reason(text, failure))
    elif source.shared and before is not FollowMode.EVERYTHING:
        return text.html("follow-shared", name=name)  # it says what the buttons change
    elif before is not None:
        html = text.html(f"follow-again-{before.value}", name=name)
    else:
        html = text.html("follow-done", name=name)
    return f"{html}\n{text.html('follow-question')}"
