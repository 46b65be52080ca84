"""Rounds of reading X accounts: which are asked together, and what came of it for each.

read ──▶ identify (handles → numbers, once) ──▶ packs ──▶ pages ──▶ outcomes, one for each source
                                                 ▲          │
                                                 └─ halves ─┘   X refuses, or a post is nobody's
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

import structlog

from feeds.x import LOOKUP, PAGE, SMALL_PAGE, XClient
from feeds.x_answers import Accounts, Page, Post, XAccount
from feeds.x_documents import Search, outcomes
from feeds.x_query import OVERLAP, Pack, is_handle, later, packs, query, snowflake
from feeds.x_refusals import SinceTooOld
from model import Failure, FailureReason, Outcome, Source

log = structlog.get_logger(__name__)

MOST_PAGES = 50
"""Pages read of one pack in one poll; a pack with more is halved, an account with more is not passed over."""

TRIED = ("XDevelopers",)
"""Whose posts of the last minute `check` asks for: none as a rule, and X bills only what it returns."""


@dataclass(frozen=True, slots=True)
class XPoll:
    """What one round brought."""

    outcomes: dict[int, Outcome]  # by source id; every source asked for has one
    pause_until: datetime | None = None  # nothing is to be asked of X before then; None: go on
    billed: frozenset[str] = frozenset()  # ids of the posts that were paid for


class XReader:
    """Reads X accounts. Keeps the numbers of accounts, stores nothing.

    No failure of X is raised: it is the outcome of the sources it concerns. A failure that concerns X as a
    whole (token, money, rate limit, host) ends the round and is the outcome of every source not yet read.
    """

    def __init__(self, client: XClient, *, now: Callable[[], datetime]) -> None:
        self._client = client
        self._now = now
        self._accounts: dict[str, XAccount] = {}  # by handle in lower case

    async def close(self) -> None:
        """Close the connections to X."""
        await self._client.close()

    async def read(self, sources: Sequence[Source]) -> XPoll:
        """Return what is new of `sources`, all of them X accounts.

        A source not read because the round ended early shares the failure that ended it.
        """
        done = await self._identify(sources)
        if isinstance(done, Failure):
            return self._poll({source.id: done for source in sources}, done)
        todo = deque(packs([source for source in sources if source.id not in done]))
        while todo:
            pack = todo.popleft()
            brought = await self._read_pack(pack)
            if isinstance(brought, Failure):
                left = (source for waiting in (pack, *todo) for source in waiting.sources)
                return self._poll(done | {source.id: brought for source in left}, brought)
            if brought is None:
                todo.extendleft(reversed(pack.halves()))
            else:
                done |= brought
        return self._poll(done, None)

    async def lookup(self, handle: str) -> XAccount | Failure:
        """Return the account called `handle` (with or without "@"), or why it cannot be followed."""
        name = handle.removeprefix("@")
        if not is_handle(name):
            return Failure(FailureReason.X_ACCOUNT)
        missing = await self._look_up([name])
        if isinstance(missing, Failure):
            return missing
        account = None if name.lower() in missing else self._accounts.get(name.lower())
        return account if account is not None else Failure(FailureReason.X_ACCOUNT)

    async def check(self) -> Failure | None:
        """Try the credentials with a search that X should answer with nothing, at no charge."""
        since = snowflake(self._now() - timedelta(minutes=1))
        page = await self._client.search(query(TRIED), since, SMALL_PAGE)
        refused_query = isinstance(page, Failure) and page.reason is FailureReason.X_REFUSED
        return page if isinstance(page, Failure) and not refused_query else None

    def _poll(self, done: dict[int, Outcome], ended_by: Failure | None) -> XPoll:
        until = self._client.paused_until
        if ended_by is not None and ended_by.retry_after is not None:
            asked = self._now() + ended_by.retry_after
            until = asked if until is None else max(until, asked)
        return XPoll(done, until, self._client.take_billed())

    async def _identify(self, sources: Sequence[Source]) -> dict[int, Outcome] | Failure:
        """Learn the numbers of unknown accounts; return the sources that are no account to be read."""
        bad = Failure(FailureReason.X_ACCOUNT)
        done: dict[int, Outcome] = {source.id: bad for source in sources if not is_handle(source.address)}
        unknown = [
            source.address
            for source in sources
            if source.id not in done and not source.external_id and source.address not in self._accounts
        ]
        missing: frozenset[str] = frozenset()
        for start in range(0, len(unknown), LOOKUP):
            answer = await self._look_up(unknown[start : start + LOOKUP])
            if isinstance(answer, Failure):
                if _concerns_look_up_only(answer):
                    break  # the search goes on: whose a post is shows when its account is asked alone
                return answer
            missing |= answer
        return done | {source.id: bad for source in sources if source.address in missing}

    async def _look_up(self, handles: Sequence[str]) -> frozenset[str] | Failure:
        """Keep the accounts that X shows; return the handles, in lower case, of those it does not."""
        answer = await self._client.accounts(handles)
        return answer if isinstance(answer, Failure) else self._keep(answer)

    def _keep(self, answer: Accounts) -> frozenset[str]:
        shown = {account.handle.lower(): account for account in answer.found if not account.protected}
        self._accounts |= shown
        hidden = {account.handle.lower() for account in answer.found if account.protected}
        return answer.missing - shown.keys() | hidden

    async def _read_pack(self, pack: Pack) -> dict[int, Outcome] | Failure | None:
        """Return the outcomes of a pack, a failure that ends the round, or None: ask its halves instead."""
        search = await self._search(pack)
        alone = len(pack.sources) == 1
        if isinstance(search, Failure):
            if search.reason is not FailureReason.X_REFUSED:
                return search
            log.info("x query refused", accounts=len(pack.sources), status=search.status)
            return {pack.sources[0].id: search} if alone else None
        if not search.complete and not alone:
            return None
        brought = outcomes(search, self._accounts)
        if brought is None:
            for source in pack.sources:  # an account's number is not what it was
                self._accounts.pop(source.address, None)
        return brought

    async def _search(self, pack: Pack) -> Search | Failure:
        """Read all pages of a pack, from X's limit on when its cursor is older than X searches."""
        search = await self._pages(pack)
        if isinstance(search, SinceTooOld):
            pack = pack.raised_to(search.floor)
            log.warning("x cursor too old", accounts=len(pack.sources), since_id=pack.since)
            search = await self._pages(pack)
        if isinstance(search, SinceTooOld):
            return Failure(FailureReason.HTTP_STATUS, 400)
        return search

    async def _pages(self, pack: Pack) -> Search | SinceTooOld | Failure:
        posts: list[Post] = []
        missing: frozenset[str] = frozenset()
        token, size = "", SMALL_PAGE if pack.baseline else PAGE
        for _ in range(MOST_PAGES):
            page = await self._client.search(pack.query, pack.since, size, token)
            if not isinstance(page, Page):
                return page
            posts += page.posts
            missing |= page.missing
            token = page.next_token
            if page.unreadable:
                log.warning("x posts unreadable", posts=page.unreadable)
            if not token or (pack.baseline and _covers_overlap(posts)):
                return Search(pack, tuple(posts), missing)
        log.warning("x posts left unread", accounts=len(pack.sources), read=len(posts))
        return Search(pack, tuple(posts), missing, complete=pack.baseline)


def _concerns_look_up_only(failure: Failure) -> bool:
    """Tell whether the search may work where a look-up did not."""
    reasons = {FailureReason.RATE_LIMITED, FailureReason.X_REFUSED, FailureReason.X_ACCOUNT}
    return failure.reason in reasons or failure.status == 404


def _covers_overlap(posts: Sequence[Post]) -> bool:
    """Tell whether the posts reach back as far as the next poll will ask."""
    newest = max(post.id for post in posts) if posts else 0
    return bool(posts) and min(post.id for post in posts) <= later(newest, -OVERLAP)
