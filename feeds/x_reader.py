"""Rounds of reading X accounts: which are asked together, and what came of it for each.

read ──▶ identify (handles → numbers, once) ──▶ packs ──▶ pages ──▶ outcomes, one for each source
                                                 ▲          │
                                                 └─ halves ─┘   X refuses, or a post is nobody's
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

import structlog

from feeds.x import LOOKUP, PAGE, SMALL_PAGE, XClient
from feeds.x_answers import Accounts, Missing, Page, Post, XAccount
from feeds.x_documents import Search, account_of, outcomes, together
from feeds.x_json import Reply
from feeds.x_plan import Limits, XQuery, plan
from feeds.x_poll import Shelf, XPoll
from feeds.x_progress import Part, after, parts_of, progress_of
from feeds.x_query import OVERLAP, UNSEARCHED, cursor_of, is_handle, later, query, snowflake
from feeds.x_refusals import SinceTooOld
from feeds.x_usage import balance
from model import OF_ACCOUNT, Document, Failure, FailureReason, Outcome, Source, Wants

log = structlog.get_logger(__name__)

MOST_PAGES = 50
"""Pages read of one query in one poll; one with more is halved, an account with more is not passed over."""

_USUAL = Limits()
_BREAKS = (FailureReason.X_MONEY, FailureReason.X_CREDENTIALS)

TRIED = ("XDevelopers",)
"""Whose posts `check` asks for, between two ids with none between."""


class XReader:
    """Reads X accounts. Keeps the numbers of accounts, stores nothing.

    No failure of X is raised: it is the outcome of the sources it concerns. A failure that concerns X as a
    whole (token, money, rate limit, host) ends the round and is the outcome of every source not yet read.
    """

    def __init__(self, client: XClient, *, now: Callable[[], datetime], limits: Limits = _USUAL) -> None:
        self._client = client
        self._now = now
        self._limits = limits
        self._queries: tuple[XQuery, ...] = ()
        self._refused_words: set[str] = set()
        self._trouble: tuple[Failure | None, datetime | None] = None, None  # with money or token, until when
        self._shelf: Shelf | None = None
        self._accounts: dict[str, XAccount] = {}  # by handle in lower case

    async def close(self) -> None:
        """Close the connections to X."""
        await self._client.close()

    @property
    def trouble(self) -> Failure | None:
        """What is wrong with money or token, None: nothing."""
        return self._trouble[0]

    async def read(
        self,
        sources: Sequence[Source],
        wants: Mapping[str, Wants] | None = None,
        shelf: Shelf | None = None,
    ) -> XPoll:
        """Return what is new of `sources`, all of them X accounts, and wanted: `wants` is by their addresses.

        With `wants` an account never read before begins now and costs nothing; without, every post is wanted
        and the newest ones are read. A source not read because the round ended early shares the failure that
        ended it, unless some of what is wanted of it has come. `shelf` stores each page as it comes.
        """
        began = self._now()
        self._shelf = shelf
        broken = await self._broken()
        if broken is not None:
            return self._poll({source.id: broken for source in sources}, broken, began)
        done = await self._identify(sources)
        if isinstance(done, Failure):
            return self._poll({source.id: done for source in sources}, done, began)
        asked = [source for source in sources if source.id not in done]
        if wants is not None:
            done |= {source.id: self._from_now(source, began) for source in asked if _rests(source, wants)}
            asked = [source for source in asked if source.id not in done]
        brought, ended = await self._read_all(asked, wants or _everything(asked), began)
        for source in asked:
            done[source.id] = together(source, brought[source.id])
        return self._poll(done, ended, began)

    def _from_now(self, source: Source, now: datetime) -> Document:
        """Return that an account has been read up to now."""
        reached = max(snowflake(now - UNSEARCHED), cursor_of(source) or 0)
        kept = tuple(mark for mark, _ in source.listing)
        account = account_of(source, self._accounts)
        return Document(
            entries=(), kept=kept, cursor=str(reached), external_id=account.id, title=account.name
        )

    async def _broken(self) -> Failure | None:
        """Return why X is not to be paid yet: the trouble was with money or token, and no free call says that
        it is over. That credit is left does not suffice: a spending limit or a cap stops reads all the same,
        and some projects get an empty 404 for an answer. So a search that finds nothing must pass as well."""
        trouble, until = self._trouble
        if trouble is None:
            return None
        if until is not None and self._now() < until:
            return replace(trouble, retry_after=until - self._now())
        reply = await self._client.credits()
        if isinstance(reply, Reply) and (balance(reply) == 0 or reply.status == 401):
            return replace(trouble, retry_after=None)
        refused = await self.check()
        if refused is None or refused.reason is FailureReason.X_BUDGET:  # our own limit speaks for itself
            self._trouble = None, None
            return None
        return self._still(refused if refused.reason in _BREAKS else replace(trouble, retry_after=None))

    def _still(self, trouble: Failure) -> Failure:
        """Remember what the trouble is now; X may name a time to wait for."""
        wait = trouble.retry_after
        self._trouble = trouble, None if wait is None else self._now() + wait
        return trouble

    async def _read_all(
        self, sources: Sequence[Source], wants: Mapping[str, Wants], now: datetime
    ) -> tuple[dict[int, list[Outcome]], Failure | None]:
        """Return what each query brought for its sources, and the failure that ended the round early."""
        self._queries = plan(sources, wants, self._limits, now, self._queries)
        # should X's rate not suffice, what was left unread the longest is read first
        todo = deque(sorted(self._queries, key=lambda each: each.since or 0))
        brought: dict[int, list[Outcome]] = {source.id: [] for source in sources}
        while todo:
            asked = todo.popleft()
            found = await self._read_query(asked, now)
            if isinstance(found, Failure):
                for source in (source for waiting in (asked, *todo) for source in waiting.sources):
                    brought[source.id].append(found)
                return brought, found
            if isinstance(found, tuple):
                todo.extendleft(reversed(found))
                continue
            for number, outcome in found.items():
                brought[number].append(outcome)
        return brought, None

    async def lookup(self, handle: str) -> XAccount | Failure:
        """Return the account called `handle` (with or without "@"), or why it cannot be followed."""
        name = handle.removeprefix("@")
        if not is_handle(name):
            return Failure(FailureReason.X_ACCOUNT)
        missing = await self._look_up([name])
        if isinstance(missing, Failure):
            return missing
        if name.lower() in missing:
            return Failure(missing[name.lower()])
        account = self._accounts.get(name.lower())
        return account if account is not None else Failure(FailureReason.X_ACCOUNT)

    async def check(self) -> Failure | None:
        """Try the credentials with a search of no ids at all, which X answers with nothing, at no charge."""
        since = snowflake(self._now() - timedelta(minutes=1))
        page = await self._client.search(query(TRIED), since, SMALL_PAGE, until=since + 1)
        refused_query = isinstance(page, Failure) and page.reason is FailureReason.X_REFUSED
        return page if isinstance(page, Failure) and not refused_query else None

    def _poll(self, done: dict[int, Outcome], ended_by: Failure | None, began: datetime) -> XPoll:
        if ended_by is not None and ended_by.reason in _BREAKS and self._trouble[0] is None:
            self._still(ended_by)
        refused, self._refused_words = frozenset(self._refused_words), set()
        pauses = [self._client.paused_until, self._client.paced(began)]
        if ended_by is not None and ended_by.retry_after is not None:
            pauses.append(self._now() + ended_by.retry_after)
        until = max((pause for pause in pauses if pause is not None), default=None)
        return XPoll(done, until, self._client.take_billed(), refused, len(self._queries))

    async def _identify(self, sources: Sequence[Source]) -> dict[int, Outcome] | Failure:
        """Learn the numbers of unknown accounts; return the sources that are no account to be read."""
        bad = Failure(FailureReason.X_ACCOUNT)
        done: dict[int, Outcome] = {source.id: bad for source in sources if not is_handle(source.address)}
        done |= {source.id: gone for source in sources if (gone := _gone(source)) is not None}
        unknown = [
            source.address
            for source in sources
            if source.id not in done and not source.external_id and source.address not in self._accounts
        ]
        missing: Missing = {}
        for start in range(0, len(unknown), LOOKUP):
            answer = await self._look_up(unknown[start : start + LOOKUP])
            if isinstance(answer, Failure):
                if _concerns_look_up_only(answer):
                    break  # the search goes on: whose a post is shows when its account is asked alone
                return answer
            missing |= answer
        hidden = {each.id: missing[each.address] for each in sources if each.address in missing}
        return done | {number: Failure(why) for number, why in hidden.items()}

    async def _look_up(self, handles: Sequence[str]) -> Missing | Failure:
        """Keep the accounts that X shows; return why it does not show the others."""
        answer = await self._client.accounts(handles)
        return answer if isinstance(answer, Failure) else self._keep(answer)

    def _keep(self, answer: Accounts) -> Missing:
        shown = {account.handle.lower(): account for account in answer.found if not account.protected}
        self._accounts |= shown
        hidden = [account.handle.lower() for account in answer.found if account.protected]
        missing = {name: why for name, why in answer.missing.items() if name not in shown}
        return missing | dict.fromkeys(hidden, FailureReason.X_PROTECTED)

    async def _read_query(
        self, asked: XQuery, now: datetime
    ) -> dict[int, Outcome] | Failure | tuple[XQuery, ...]:
        """Return what a query brought, a failure that ends the round, or what to ask instead: parts of it."""
        search = await self._search(asked, now)
        if isinstance(search, Failure):
            if search.reason is not FailureReason.X_REFUSED:
                return search
            log.info("x query refused", accounts=len(asked.sources), words=len(asked.words))
            return asked.halves() or self._refused(asked, search)
        if not search.complete and (parts := asked.by_accounts()):
            return parts
        found = outcomes(search, self._accounts)
        if found is None:
            for source in asked.sources:  # an account's number is not what it was
                self._accounts.pop(source.address, None)
            return asked.by_accounts()
        return found

    def _refused(self, asked: XQuery, failure: Failure) -> dict[int, Outcome]:
        """Remember the word that X does not take; without words it is the account that X does not."""
        self._refused_words |= set(asked.words)
        return {source.id: failure for source in asked.sources}

    async def _search(self, asked: XQuery, now: datetime) -> Search | Failure:
        """Read all pages of a query, from X's limit on when its cursor is older than X searches."""
        search = await self._pages(asked, now)
        if isinstance(search, SinceTooOld):
            asked = asked.raised_to(search.floor)
            log.warning("x cursor too old", accounts=len(asked.sources), since_id=asked.since)
            search = await self._pages(asked, now)
        if isinstance(search, SinceTooOld):
            return Failure(FailureReason.HTTP_STATUS, 400)
        return search

    async def _pages(self, asked: XQuery, now: datetime) -> Search | SinceTooOld | Failure:
        if self._shelf is not None and not asked.baseline:
            return await self._stored_pages(asked, self._shelf, now)
        return await self._all_pages(asked, now)

    async def _stored_pages(
        self, asked: XQuery, shelf: Shelf, now: datetime
    ) -> Search | SinceTooOld | Failure:
        """Read what is left of a query, storing each page."""
        found = Search(asked, (), {}, reached=snowflake(now - UNSEARCHED))
        for part in parts_of(asked, progress_of(asked, shelf.known), now):
            brought = await self._part(asked, part, shelf, now)
            if not isinstance(brought, Search):
                return brought
            complete = found.complete and brought.complete
            posts, missing = found.posts + brought.posts, found.missing | brought.missing
            found = replace(found, posts=posts, missing=missing, complete=complete)
            if not complete:
                break  # newer ones would hide what is left between
        return found

    async def _part(
        self, asked: XQuery, part: Part, shelf: Shelf, now: datetime
    ) -> Search | SinceTooOld | Failure:
        posts: list[Post] = []
        missing: Missing = {}
        token = ""
        for _ in range(MOST_PAGES):
            page = await self._client.search(asked.query, part.since, PAGE, token, until=part.until)
            if not isinstance(page, Page):
                return page
            missing |= page.missing
            posts += await self._shelve(Search(asked, page.posts), part, page, shelf, now)
            token = page.next_token
            if not token:
                return Search(asked, tuple(posts), missing)
        log.warning("x posts left unread", accounts=len(asked.sources), read=len(posts))
        return Search(asked, tuple(posts), missing, complete=False)

    async def _shelve(
        self, found: Search, part: Part, page: Page, shelf: Shelf, now: datetime
    ) -> Sequence[Post]:
        """Store a page; return its posts, of an older stretch without those known in a newer version."""
        if page.unreadable:
            log.warning("x posts unreadable", posts=page.unreadable)
        if not page.posts:
            return ()
        # of a part already begun the progress is its own, so that the next page goes on from there
        progress = after(found.asked, progress_of(found.asked, shelf.known), part, page, now)
        known = await shelf.keep(found, self._accounts, progress, self._client.billed)
        if known is None:
            return page.posts
        self._client.take_billed()
        return [post for post in page.posts if not (part.until and post.id in known)]

    async def _all_pages(self, asked: XQuery, now: datetime) -> Search | SinceTooOld | Failure:
        posts: list[Post] = []
        missing: Missing = {}
        token, size = "", SMALL_PAGE if asked.baseline else PAGE
        for _ in range(MOST_PAGES):
            page = await self._client.search(asked.query, asked.since, size, token)
            if not isinstance(page, Page):
                return page
            posts += page.posts
            missing |= page.missing
            token = page.next_token
            if page.unreadable:
                log.warning("x posts unreadable", posts=page.unreadable)
            if not token or (asked.baseline and _covers_overlap(posts)):
                return Search(asked, tuple(posts), missing, reached=snowflake(now - UNSEARCHED))
        log.warning("x posts left unread", accounts=len(asked.sources), read=len(posts))
        return Search(asked, tuple(posts), missing, complete=asked.baseline)


def _everything(sources: Sequence[Source]) -> dict[str, Wants]:
    return {source.address: Wants(full=True) for source in sources}


def _rests(source: Source, wants: Mapping[str, Wants]) -> bool:
    """Tell whether an account needs no search: nothing is wanted of it, or it was never read before."""
    wanted = wants.get(source.address, Wants())
    return wanted == Wants() or (cursor_of(source) is None and source.first_read is None)


def _gone(source: Source) -> Failure | None:
    """Return why an account whose number is known is not there; a search would find nothing, in silence."""
    failure = source.failure
    return failure if source.external_id and failure and failure.reason in OF_ACCOUNT else None


def _concerns_look_up_only(failure: Failure) -> bool:
    """Tell whether the search may work where a look-up did not."""
    reasons = {FailureReason.RATE_LIMITED, FailureReason.X_REFUSED, *OF_ACCOUNT}
    return failure.reason in reasons or failure.status == 404


def _covers_overlap(posts: Sequence[Post]) -> bool:
    """Tell whether the posts reach back as far as the next poll will ask."""
    newest = max(post.id for post in posts) if posts else 0
    return bool(posts) and min(post.id for post in posts) <= later(newest, -OVERLAP)
