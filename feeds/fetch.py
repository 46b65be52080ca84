"""The one door to the network for feeds and pages.

fetch      a chain of hops, each judged as if it were the first; one deadline over all
 └ visit   a turn for the host, the time it took, errors as values
    └ ask  one request: the head judged, the body counted while it streams

Returns bytes and what the head said; what they mean is for others. Keeps no cookies, uses no proxy, trusts no
header, and shows nobody the target's own words.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping, Sequence
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
from feeds.badge import Badge
from feeds.dialling import Connect, JudgedResolver, NotPublicAddress, Resolve, SystemLookup, judged_sockets
from feeds.slots import LATELY, Slots
from model import Failure, FailureReason, Validators

ACCEPT_FEED = (
    "application/rss+xml, application/atom+xml, application/feed+json, application/rdf+xml, "
    "application/xml;q=0.9, text/xml;q=0.9, application/json;q=0.8, text/html;q=0.5, */*;q=0.1"
)
_NOTHING_KNOWN = Validators()
_USUAL_WIRE = 8 * 1024 * 1024
_LOOK = 0.25  # seconds between two looks at a body that comes but unpacks to nothing
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
    pace: timedelta = timedelta(seconds=1)  # between two requests to one host; the operator's own excepted

    @property
    def max_wire(self) -> int:
        """Return how many bytes of a body may come over the wire: 8 MiB of the usual 16 MiB unpacked."""
        return max(self.max_bytes // 2, min(self.max_bytes, _USUAL_WIRE))


@dataclass(frozen=True, slots=True)
class Fetched:
    """A document: its bytes and what the head said of them."""

    url: str  # the final one, without credentials: the base of relative links
    body: bytes
    content_type: str = ""  # as sent
    content_location: str = ""  # as sent
    link: str = ""  # the header Link as sent
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
        user_agent: str | Badge,
        resolver: Resolve | None = None,
        connect: Connect | None = None,
        clock: Callable[[], datetime] = _utc_now,
    ) -> None:
        self._limits = limits
        self._allowed = tuple(allow_networks)
        self._clock = clock
        self._time = asyncio.get_running_loop().time
        self._log = structlog.get_logger("hark.fetch")
        self._badge = user_agent if isinstance(user_agent, Badge) else None
        self._slots = Slots(limits.per_host, limits.concurrency, self._time, limits.pace.total_seconds())
        self._judge = lru_cache(_CACHED)(partial(judge_url, allowed=self._allowed))
        self._parsed = lru_cache(_CACHED)(partial(URL, encoded=True))
        self._names = JudgedResolver(resolver or SystemLookup(), self._allowed, limits.dns.total_seconds())
        connector = partial(
            aiohttp.TCPConnector,
            resolver=self._names,
            socket_factory=judged_sockets(connect, self._allowed),
            use_dns_cache=False,
            limit=0,
        )
        # A connection is kept for the operator's own hosts and those asked often: a thousand hosts polled
        # every five minutes would be a thousand idle sockets.
        agent = user_agent.agent() if isinstance(user_agent, Badge) else user_agent
        self._keeping = _session(connector(keepalive_timeout=LATELY), limits, agent)
        self._passing = _session(connector(force_close=True), limits, agent)

    async def fetch(
        self,
        url: str,
        validators: Validators = _NOTHING_KNOWN,
        accept: str = ACCEPT_FEED,
        *,
        subscribers: int = 0,
    ) -> Fetched | NotModified | Failure:
        """Return the document at `url`, that it is unchanged, or why there is none.

        `subscribers` is for how many chats it is read; the site is told.
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
            headers = _request_headers(target, known, accept)
            if self._badge is not None:
                headers["User-Agent"] = self._badge.agent(subscribers)
            answer, left = await self._visit(target, known, headers, left)
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

    async def post(self, url: str, form: Mapping[str, str]) -> int | Failure:
        """Send a form; return the status of the answer, or why there is none. Follows no redirect."""
        target = self._judge(url)
        if isinstance(target, Failure):
            return target
        headers = {"User-Agent": self._badge.agent()} if self._badge is not None else {}
        own = is_own(target.host) or target.host in self._names.own
        await self._slots.take(target.slot, paced=not own)
        try:
            async with (
                asyncio.timeout(self._limits.timeout.total_seconds()),
                self._passing.post(
                    self._parsed(target.url), data=form, headers=headers, allow_redirects=False
                ) as response,
            ):
                return response.status
        except (aiohttp.ClientError, TimeoutError) as error:
            return _failure_of(error)
        finally:
            self._slots.give(target.slot)

    def wait(self, url: str) -> float:
        """Return how many seconds a request to this URL's host would wait for its turn, by pace alone."""
        target = self._judge(url)
        if isinstance(target, Failure) or is_own(target.host) or target.host in self._names.own:
            return 0.0
        return self._slots.wait(target.slot)

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
        self, target: Target, known: Validators, headers: Mapping[str, str], left: float
    ) -> tuple[Fetched | NotModified | _Hop | Failure, float]:
        """Ask within `left` seconds; return the answer and the seconds that remain."""
        own = is_own(target.host) or target.host in self._names.own
        often = await self._slots.take(target.slot, paced=not own)
        session = self._keeping if often or own else self._passing
        began = self._time()
        answer: Fetched | NotModified | _Hop | Failure
        try:
            async with asyncio.timeout(left):
                answer = await self._ask(target, known, headers, session)
        except (aiohttp.ClientError, TimeoutError) as error:
            answer = _failure_of(error)
            self._log.debug("fetch failed", url=printable(target.url), cause=type(error).__name__)
        finally:
            self._slots.give(target.slot)
        return answer, left - (self._time() - began)

    async def _ask(
        self,
        target: Target,
        known: Validators,
        headers: Mapping[str, str],
        session: aiohttp.ClientSession,
    ) -> Fetched | NotModified | _Hop | Failure:
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
            body = await _read(response, self._limits.max_bytes, self._limits.max_wire)
            if body is None:
                return Failure(FailureReason.TOO_BIG)
            return Fetched(
                url=target.url,
                body=body,
                content_type=header_text(head, "Content-Type"),
                content_location=header_text(head, "Content-Location"),
                link=header_text(head, "Link"),
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


async def _read(response: aiohttp.ClientResponse, most: int, most_wire: int) -> bytes | None:
    """Return the decoded body, or None as soon as it is known to be too long, packed or unpacked."""
    if (response.content_length or 0) > most_wire:
        return None
    content = response.content
    parts: list[bytes] = []
    size = 0
    while part := await _some(content, most_wire):
        size += len(part)
        if size > most or content.total_raw_bytes > most_wire:
            return None
        parts.append(part)
    if content.total_raw_bytes > most_wire:
        return None
    return parts[0] if len(parts) == 1 else b"".join(parts)


async def _some(content: aiohttp.StreamReader, most_wire: int) -> bytes:
    """Return what came, b"" at the end: also when too much came that unpacks to nothing."""
    while True:
        try:
            async with asyncio.timeout(_LOOK) as look:
                return await content.readany()
        except TimeoutError:
            if not look.expired():
                raise
        if content.total_raw_bytes > most_wire:
            return b""


def _failure_of(error: Exception) -> Failure:
    """Return the reason people are told: closed, filtered and refused sound alike."""
    if isinstance(error, aiohttp.ClientConnectorError) and isinstance(error.os_error, NotPublicAddress):
        return Failure(FailureReason.NOT_PUBLIC)
    if isinstance(error, aiohttp.ClientResponseError | aiohttp.ClientPayloadError):
        return Failure(FailureReason.BAD_RESPONSE)
    if isinstance(error, TimeoutError) and not isinstance(error, aiohttp.ConnectionTimeoutError):
        return Failure(FailureReason.TIMEOUT)
    return Failure(FailureReason.UNREACHABLE)
