"""X's own API: the only door to X and to tweepy.

tweepy names the host itself, logs its headers and trips over answers that are not JSON. So its session goes
through a middleware that sends each request to `base_url`, adds the token there, and takes every answer other
than 200 out of tweepy's hands (`x_door.py`). What answers mean is told by the other `x_*` modules.

Whatever X bills is reserved at the meter before a call and settled after it. Nothing here is retried.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime, timedelta
from enum import StrEnum

import aiohttp
from tweepy.asynchronous import AsyncClient

from feeds.x_answers import Accounts, Page, gone_posts, post_count, read_accounts, read_page
from feeds.x_door import TROUBLES, NotOk, failure_of, is_token, opened, reply_of
from feeds.x_json import Reply
from feeds.x_meter import Meter
from feeds.x_refusals import SinceTooOld, pause_until, requests_left
from model import Bought, Failure, FailureReason, Resource

FIELDS = "author_id,created_at,entities,note_tweet,referenced_tweets,edit_history_tweet_ids,lang"
"""What is asked of each post. No expansions: X bills every object they add."""

PAGE = 100
"""Posts a page may hold, X's most."""

SMALL_PAGE = 10
"""X's least."""

LOOKUP = 100
"""Accounts, or posts, that one look-up takes."""

_EASY = timedelta(seconds=10)  # rounds that may come as often are not held back


class Endpoint(StrEnum):
    """What X limits each for itself."""

    SEARCH = "search"
    USER = "user"
    USERS = "users"
    POSTS = "posts"
    COUNTS = "counts"
    USAGE = "usage"


Call = Callable[[AsyncClient], Awaitable[aiohttp.ClientResponse]]


class XClient:
    """Asks X with one bearer token; keeps X's pauses, stores nothing.

    No failure of X is raised: it is the answer. Requests go one after the other where the caller does.
    """

    def __init__(
        self,
        bearer_token: str,
        base_url: str,
        *,
        now: Callable[[], datetime],
        timeout: timedelta,
        meter: Meter,
    ) -> None:
        self._token = bearer_token
        self._base_url = base_url
        self._now = now
        self._timeout = timeout
        self._meter = meter
        self._client: AsyncClient | None = None
        self._pauses: dict[Endpoint, datetime] = {}
        self._left: tuple[int, datetime] | None = None  # searches that X still takes, and until when
        self._asked = 0
        self._billed: set[str] = set()

    async def close(self) -> None:
        """Close the connections to X."""
        if self._client is not None:
            await self._client.session.close()
            self._client = None

    @property
    def paused_until(self) -> datetime | None:
        """When X may be searched again, None: now."""
        until = self._pauses.get(Endpoint.SEARCH)
        return until if until is not None and until > self._now() else None

    def paced(self, began: datetime) -> datetime | None:
        """Return when to search again, so that rounds like the one that began then keep within X's limit.

        None: whenever they like. Counts anew.
        """
        asked, self._asked = self._asked, 0
        if self._left is None:
            return None
        left, reset = self._left
        if left < asked:
            return reset + timedelta(seconds=1)  # a round broken off would read accounts in part
        pace = (reset - began) * asked / max(left, 1)
        return began + pace if pace > _EASY else None

    @property
    def billed(self) -> frozenset[str]:
        """The ids of the posts that were paid for since they were last taken."""
        return frozenset(self._billed)

    def take_billed(self) -> frozenset[str]:
        """Return the ids of the posts that were paid for since the last time, and forget them."""
        billed, self._billed = frozenset(self._billed), set()
        return billed

    async def search(
        self,
        words: str,
        since: int | None,
        size: int = PAGE,
        token: str = "",
        *,
        until: int = 0,
        extra: bool = False,
    ) -> Page | SinceTooOld | Failure:
        """Return one page of posts after `since` and before `until` (0: any); it shrinks to what can be paid.

        `extra` is what can be done without when money runs short.
        """
        held = await self._meter.reserve(Resource.POST, size, SMALL_PAGE, extra=extra)
        if isinstance(held, Failure):
            return held
        reply = await self._ask(
            Endpoint.SEARCH,
            lambda client: client.search_recent_tweets(
                words,
                max_results=held.count,
                since_id=None if since is None else str(since),
                until_id=str(until) if until else None,
                next_token=token or None,
                tweet_fields=FIELDS,
            ),
        )
        page = reply if isinstance(reply, Failure) else read_page(reply, self._now())
        posts = tuple(str(post.id) for post in page.posts) if isinstance(page, Page) else ()
        self._billed |= await self._meter.settle(held, Bought(Resource.POST, posts))
        return page

    async def accounts(self, handles: Sequence[str]) -> Accounts | Failure:
        """Return the accounts with these names, at most `LOOKUP`."""
        fields = ["protected"]
        if len(handles) == 1:
            return await self._accounts(
                Endpoint.USER, 1, lambda client: client.get_user(username=handles[0], user_fields=fields)
            )
        return await self._accounts(
            Endpoint.USERS,
            len(handles),
            lambda client: client.get_users(usernames=list(handles), user_fields=fields),
        )

    async def accounts_by_number(self, numbers: Sequence[str]) -> Accounts | Failure:
        """Return the accounts with these numbers, at most `LOOKUP`: what their names are today."""
        return await self._accounts(
            Endpoint.USERS,
            len(numbers),
            lambda client: client.get_users(ids=list(numbers), user_fields=["protected"]),
        )

    async def _accounts(self, endpoint: Endpoint, most: int, call: Call) -> Accounts | Failure:
        held = await self._meter.reserve(Resource.USER, most, most)
        if isinstance(held, Failure):
            return held
        reply = await self._ask(endpoint, call)
        answer = reply if isinstance(reply, Failure) else read_accounts(reply, self._now())
        found = tuple(account.id for account in answer.found) if isinstance(answer, Accounts) else ()
        await self._meter.settle(held, Bought(Resource.USER, found))
        return answer

    async def gone(self, posts: Sequence[int]) -> frozenset[int] | Failure:
        """Return which of the posts, at most `LOOKUP`, are no longer shown; free for posts read today."""
        held = await self._meter.reserve(Resource.POST, len(posts), len(posts), extra=True)
        if isinstance(held, Failure):
            return held
        reply = await self._ask(Endpoint.POSTS, lambda client: client.get_tweets(list(map(str, posts))))
        found = reply if isinstance(reply, Failure) else gone_posts(reply, posts, self._now())
        shown = () if isinstance(found, Failure) else tuple(str(each) for each in posts if each not in found)
        await self._meter.settle(held, Bought(Resource.POST, shown))
        return found

    async def count(self, words: str) -> int | Failure:
        """Return how many posts of the last seven days `words` find; not when money runs short."""
        held = await self._meter.reserve(Resource.COUNTS, 1, 1, extra=True)
        if isinstance(held, Failure):
            return held
        reply = await self._ask(Endpoint.COUNTS, lambda client: client.get_recent_tweets_count(words))
        found = reply if isinstance(reply, Failure) else post_count(reply, self._now())
        asked = () if isinstance(found, Failure) else (f"{held.number}",)
        await self._meter.settle(held, Bought(Resource.COUNTS, asked))
        return found

    async def credits(self) -> Reply | Failure:
        """Return X's answer about what is left of the credit: a free call."""
        return await self._usage("/2/usage/credits", {})

    async def usage(self) -> Reply | Failure:
        """Return X's answer about the posts of the last days: a free call."""
        return await self._usage("/2/usage/tweets", {"usage_fields": "daily_project_usage"})

    async def _usage(self, path: str, parameters: dict[str, str]) -> Reply | Failure:
        """Ask what tweepy has no method for."""

        async def call(client: AsyncClient) -> aiohttp.ClientResponse:
            names = tuple(name.replace("_", ".") for name in parameters)
            response: aiohttp.ClientResponse = await client._make_request(
                "GET", path, params=parameters, endpoint_parameters=names
            )
            return response

        return await self._ask(Endpoint.USAGE, call)

    async def _ask(self, endpoint: Endpoint, call: Call) -> Reply | Failure:
        """Return X's answer, unless X cannot be asked now or cannot be reached."""
        pause = self._pauses.get(endpoint, self._now()) - self._now()
        if pause > timedelta(0):
            return Failure(FailureReason.RATE_LIMITED, retry_after=pause)
        if not is_token(self._token):
            return Failure(FailureReason.X_CREDENTIALS)
        try:
            response = await call(self._opened())
            reply = await reply_of(response)
        except NotOk as answer:
            reply = answer.reply
        except TROUBLES as error:
            return failure_of(error)
        self._obey(endpoint, reply)
        return reply

    def _obey(self, endpoint: Endpoint, reply: Reply) -> None:
        if endpoint is Endpoint.SEARCH:
            self._asked += 1
            self._left = requests_left(reply, self._now())
        until = pause_until(reply, self._now())
        if until is None:
            self._pauses.pop(endpoint, None)
        else:
            self._pauses[endpoint] = until

    def _opened(self) -> AsyncClient:
        """Return tweepy's client; it never holds the token, because it logs what it sends."""
        if self._client is None:
            self._client = AsyncClient("", return_type=aiohttp.ClientResponse, wait_on_rate_limit=False)
            self._client.session = opened(self._base_url, self._token, self._timeout)
        return self._client
