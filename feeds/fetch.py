"""The one door to the network for feeds and pages.

fetch      a chain of hops, each judged as if it were the first; one deadline over all
 └ visit   a turn for the host, the time it took, errors as values
    └ ask  one request: the head judged, the body counted while it streams

Returns bytes and what the head said; what they mean is for others. Keeps no cookies, uses no proxy, trusts no
header, and shows nobody the target's own words.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from functools import lru_cache, partial
from typing import Self

import aiohttp
import structlog
from yarl import URL

from feeds.addresses import Network, Target, is_own, judge_hop, judge_url, printable
from feeds.answers import (
    ACCEPTED_CODINGS,
    PERMANENT,
    REDIRECTS,
    codings_refused,
    header_text,
    judge_status,
    validators_of,
)
from feeds.dialling import Connect, JudgedResolver, NotPublicAddress, Resolve, SystemLookup, judged_sockets
from feeds.slots import LATELY, Slots
from model import Failure, FailureReason, Validators

ACCEPT_FEED = (
    "application/rss+xml, application/atom+xml, application/feed+json, application/rdf+xml, "
    "application/xml;q=0.9, text/xml;q=0.9, application/json;q=0.8, text/html;q=0.5, */*;q=0.1"
)
_NOTHING_KNOWN = Validators()
_CACHED = 4096  # URLs whose judgement is remembered


@dataclass(frozen=True, slots=True)
class FetchLimits:
    """How far a fetch may go."""

    timeout: timedelta = timedelta(seconds=30)  # over all hops, waiting for a turn not counted
    max_bytes: int = 16 * 1024 * 1024  # decoded
    connect: timedelta = timedelta(seconds=10)  # lookup, connection and TLS
    silence: timedelta = timedelta(seconds=10)  # without a single byte
    dns: timedelta = timedelta(seconds=5)
    redirects: int = 5
    per_host: int = 2
    concurrency: int = 64


@dataclass(frozen=True, slots=True)
class Fetched:
    """A document: its bytes and what the head said of them."""

    url: str  # the final one, without credentials: the base of relative links
    body: bytes
    content_type: str = ""  # as sent
    content_location: str = ""  # as sent
    validators: Validators = _NOTHING_KNOWN
    moved_to: str = ""  # where a chain of permanent redirects led; holds the source's own credentials
    status: int = 200


@dataclass(frozen=True, slots=True)
class NotModified:
    """The document is the one that the validators belong to."""

    validators: Validators
    moved_to: str = ""


@dataclass(frozen=True, slots=True)
class _Hop:
    location: str
    permanent: bool


def _utc_now() -> datetime:
    return datetime.now(UTC)


class Fetcher:
    """Fetches URLs within limits. Build it in a running event loop, and close it (or use `async with`).

    `allow_networks` are the operator's exceptions to "public addresses only". `resolver` and `connect` stand
    in for the system's lookups and sockets; whatever they do, every address is judged before it is dialled.
    """

    def __init__(
        self,
        limits: FetchLimits,
        allow_networks: Sequence[Network] = (),
        *,
        user_agent: str,
        resolver: Resolve | None = None,
        connect: Connect | None = None,
        clock: Callable[[], datetime] = _utc_now,
    ) -> None:
        self._limits = limits
        self._allowed = tuple(allow_networks)
        self._clock = clock
        self._time = asyncio.get_running_loop().time
        self._log = structlog.get_logger("hark.fetch")
        self._slots = Slots(limits.per_host, limits.concurrency)
        self._judge = lru_cache(_CACHED)(partial(judge_url, allowed=self._allowed))
        self._parsed = lru_cache(_CACHED)(partial(URL, encoded=True))
        names = JudgedResolver(resolver or SystemLookup(), self._allowed, limits.dns.total_seconds())
        connector = partial(
            aiohttp.TCPConnector,
            resolver=names,
            socket_factory=judged_sockets(connect, self._allowed),
            use_dns_cache=False,
            limit=0,
        )
        # A connection is kept for the operator's own hosts and those asked often: a thousand hosts polled
        # every five minutes would be a thousand idle sockets.
        self._keeping = _session(connector(keepalive_timeout=LATELY), limits, user_agent)
        self._passing = _session(connector(force_close=True), limits, user_agent)

    async def fetch(
        self, url: str, validators: Validators = _NOTHING_KNOWN, accept: str = ACCEPT_FEED
    ) -> Fetched | NotModified | Failure:
        """Return the document at `url`, that it is unchanged, or why there is none.

        `validators` are sent only to the URL that gave them (`validators.url`, else `url` itself). One
        timeout holds over all hops from the first dial on; waiting for a turn is not counted.
        """
        target = self._judge(url)
        if isinstance(target, Failure):
            return target
        owner = validators.url or target.url
        left = self._limits.timeout.total_seconds()
        permanent, seen = True, {target.url}
        for _ in range(self._limits.redirects + 1):
            known = validators if target.url == owner else _NOTHING_KNOWN
            answer, left = await self._visit(target, known, accept, left)
            if isinstance(answer, Failure):
                return answer
            if not isinstance(answer, _Hop):
                moved = permanent and len(seen) > 1
                return replace(answer, moved_to=target.address) if moved else answer
            target = judge_hop(target, answer.location, self._allowed)
            if isinstance(target, Failure):
                return target
            if target.url in seen:
                break
            seen.add(target.url)
            permanent = permanent and answer.permanent
        return Failure(FailureReason.REDIRECT_LOOP)

    async def close(self) -> None:
        """Close every connection. Cancel what is being fetched first: it would fail as unreachable.

        Lookups that hang are left to themselves.
        """
        await self._keeping.close()
        await self._passing.close()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.close()

    async def _visit(
        self, target: Target, known: Validators, accept: str, left: float
    ) -> tuple[Fetched | NotModified | _Hop | Failure, float]:
        """Ask within `left` seconds; return the answer and the seconds that remain."""
        often = await self._slots.take(target.slot, self._time())
        session = self._keeping if often or is_own(target.host) else self._passing
        began = self._time()
        answer: Fetched | NotModified | _Hop | Failure
        try:
            async with asyncio.timeout(left):
                answer = await self._ask(target, known, accept, session)
        except (aiohttp.ClientError, TimeoutError) as error:
            answer = _failure_of(error)
            self._log.debug("fetch failed", url=printable(target.url), cause=type(error).__name__)
        finally:
            now = self._time()
            self._slots.give(target.slot, now)
        return answer, left - (now - began)

    async def _ask(
        self, target: Target, known: Validators, accept: str, session: aiohttp.ClientSession
    ) -> Fetched | NotModified | _Hop | Failure:
        headers = _request_headers(target, known, accept)
        async with session.get(self._parsed(target.url), headers=headers, allow_redirects=False) as response:
            status, head = response.status, response.headers
            if status == 304 and (known.etag or known.last_modified):
                return NotModified(_renewed(known, validators_of(head, target.url), target.url))
            if status in REDIRECTS and "Location" in head:
                return _Hop(head["Location"], status in PERMANENT)
            failure = judge_status(status, head, self._clock()) if status != 200 else None
            if failure is not None:
                return failure
            if codings_refused(head.getall("Content-Encoding", ())):
                return Failure(FailureReason.BAD_RESPONSE, status)
            body = await _read(response, self._limits.max_bytes)
            if body is None:
                return Failure(FailureReason.TOO_BIG)
            return Fetched(
                url=target.url,
                body=body,
                content_type=header_text(head, "Content-Type"),
                content_location=header_text(head, "Content-Location"),
                validators=validators_of(head, target.url),
                status=status,
            )


def _session(connector: aiohttp.TCPConnector, limits: FetchLimits, user_agent: str) -> aiohttp.ClientSession:
    total = limits.timeout.total_seconds()
    # A port that is filtered must look like one that is closed, so dialling gives up before the fetch does.
    connect = min(limits.connect.total_seconds(), 0.9 * total)
    return aiohttp.ClientSession(
        connector=connector,
        cookie_jar=aiohttp.DummyCookieJar(),
        trust_env=False,
        headers={"User-Agent": user_agent, "Accept-Encoding": ACCEPTED_CODINGS},
        timeout=aiohttp.ClientTimeout(
            total=None, connect=connect, sock_read=limits.silence.total_seconds(), ceil_threshold=60
        ),
        max_line_size=8 * 1024,
        max_field_size=16 * 1024,
        max_headers=256,
    )


def _request_headers(target: Target, known: Validators, accept: str) -> dict[str, str]:
    headers = {"Accept": accept}
    if known.etag:
        headers["If-None-Match"] = known.etag
    if known.last_modified:
        headers["If-Modified-Since"] = known.last_modified
    if target.userinfo:
        headers["Authorization"] = target.authorization
    return headers


def _renewed(known: Validators, fresh: Validators, url: str) -> Validators:
    """Return what to send next time after a 304, which may or may not repeat its validators."""
    return Validators(fresh.etag or known.etag, fresh.last_modified or known.last_modified, url)


async def _read(response: aiohttp.ClientResponse, most: int) -> bytes | None:
    """Return the decoded body, or None as soon as it is known to be longer than `most` bytes."""
    if (response.content_length or 0) > most:
        return None
    parts: list[bytes] = []
    size = 0
    while part := await response.content.readany():
        size += len(part)
        if size > most:
            return None
        parts.append(part)
    return parts[0] if len(parts) == 1 else b"".join(parts)


def _failure_of(error: Exception) -> Failure:
    """Return the reason people are told: closed, filtered and refused sound alike."""
    if isinstance(error, aiohttp.ClientConnectorError) and isinstance(error.os_error, NotPublicAddress):
        return Failure(FailureReason.NOT_PUBLIC)
    if isinstance(error, aiohttp.ClientResponseError | aiohttp.ClientPayloadError):
        return Failure(FailureReason.BAD_RESPONSE)
    if isinstance(error, TimeoutError) and not isinstance(error, aiohttp.ConnectionTimeoutError):
        return Failure(FailureReason.TIMEOUT)
    return Failure(FailureReason.UNREACHABLE)
