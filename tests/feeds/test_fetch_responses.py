"""Answers that bite: bombs, floods, silence, nonsense. Each is cut in time and named."""

from __future__ import annotations

import asyncio
import gzip
import shutil
import ssl
import subprocess
import tracemalloc
import zlib
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from feeds.addresses import networks
from feeds.answers import retry_after
from feeds.fetch import Fetched, Fetcher, FetchLimits, NotModified
from model import Failure, FailureReason, Validators
from tests.servers.feeds import FeedServer
from tests.servers.rude import RudeServer, Script, drips, floods, is_silent, says

MEBI = 1024 * 1024
BAD = FailureReason.BAD_RESPONSE
OK = b"HTTP/1.1 200 OK\r\n"
LIMITS = FetchLimits(
    timeout=timedelta(seconds=5),
    max_bytes=MEBI,
    connect=timedelta(seconds=0.3),
    silence=timedelta(seconds=1),
)
Ask = Callable[[Script], Awaitable[object]]


def _fetcher(limits: FetchLimits) -> Fetcher:
    return Fetcher(limits, networks(["127.0.0.0/8"]), user_agent="Hark")


@pytest.fixture
async def fetcher() -> AsyncIterator[Fetcher]:
    """Give a fetcher with narrow limits."""
    async with _fetcher(LIMITS) as one:
        yield one


@pytest.fixture
def ask(fetcher: Fetcher) -> Ask:
    """Give a function that fetches once from a server playing a script."""

    async def once(script: Script) -> object:
        async with RudeServer(script) as server:
            return await fetcher.fetch(server.url)

    return once


def _body(body: bytes, *headers: str) -> bytes:
    lines = "".join(f"{header}\r\n" for header in (*headers, f"Content-Length: {len(body)}"))
    return OK + lines.encode("latin-1") + b"\r\n" + body


async def test_a_small_bomb_does_not_unfold(ask: Ask) -> None:
    """A few kilobytes that unpack to 64 MiB are cut at the limit, and memory stays flat."""
    bomb = _body(gzip.compress(bytes(64 * MEBI)), "Content-Encoding: gzip")

    tracemalloc.start()
    answer = await ask(says(bomb))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()

    assert answer == Failure(FailureReason.TOO_BIG)
    assert peak < 8 * MEBI


@pytest.mark.parametrize("coding", ["gzip", "deflate"])
async def test_an_offered_coding_is_unpacked(ask: Ask, coding: str) -> None:
    """A compressed feed arrives as the feed it is."""
    packed = gzip.compress(b"<rss/>") if coding == "gzip" else zlib.compress(b"<rss/>")

    answer = await ask(says(_body(packed, f"Content-Encoding: {coding}")))

    assert isinstance(answer, Fetched)
    assert answer.body == b"<rss/>"


@pytest.mark.parametrize(
    "headers",
    [
        ["Content-Encoding: gzip, gzip"],
        ["Content-Encoding: gzip", "Content-Encoding: gzip"],
        ["Content-Encoding: br"],
        ["Content-Encoding: zstd"],
        ["Content-Encoding: rot13"],
    ],
)
async def test_a_coding_that_was_not_offered_is_refused(ask: Ask, headers: list[str]) -> None:
    """A body packed twice, or in a way nobody asked for, is not unpacked."""
    twice = gzip.compress(gzip.compress(bytes(MEBI)))

    answer = await ask(says(_body(twice, *headers)))

    assert isinstance(answer, Failure)
    assert answer.reason is BAD


async def test_a_body_that_is_not_what_it_says_is_a_bad_answer(ask: Ask) -> None:
    """A body that claims to be compressed and is not is named a bad answer."""
    assert await ask(says(_body(b"<rss/>", "Content-Encoding: gzip"))) == Failure(BAD)


@pytest.mark.parametrize(
    "script",
    [
        says(OK + b"Content-Length: 99999999999\r\n\r\n"),
        floods(OK + b"Transfer-Encoding: chunked\r\n\r\n", b"8000\r\n" + b"x" * 0x8000 + b"\r\n"),
        floods(OK + b"\r\n", b"x" * 0x8000),
    ],
    ids=["announced", "chunked", "until closed"],
)
async def test_a_body_without_end_is_cut(ask: Ask, script: Script) -> None:
    """An answer that is too long, or never ends, is cut at the limit."""
    assert await ask(script) == Failure(FailureReason.TOO_BIG)


async def test_a_packed_body_that_unpacks_to_nothing_is_cut(ask: Ask) -> None:
    """A body without end whose every block unpacks to nothing is cut by what came over the wire."""
    nothing = zlib.compressobj(wbits=31)
    head = nothing.compress(b"") + nothing.flush(zlib.Z_SYNC_FLUSH)
    empty = b"\x00\x00\x00\xff\xff" * 8000  # stored blocks of no bytes
    packed = OK + b"Content-Encoding: gzip\r\n\r\n" + head

    assert await ask(floods(packed, empty)) == Failure(FailureReason.TOO_BIG)


@pytest.mark.parametrize(("size", "wire"), [(16, 8), (1, 1), (12, 8), (64, 32)])
def test_less_may_come_over_the_wire_than_there_may_be_unpacked(size: int, wire: int) -> None:
    """Of the usual 16 MiB half may come packed or plain; an operator's narrow limit holds for both."""
    assert FetchLimits(max_bytes=size * MEBI).max_wire == wire * MEBI


async def test_a_body_of_exactly_the_limit_is_read(ask: Ask) -> None:
    """The limit is the last size that is still read."""
    answer = await ask(says(_body(bytes(MEBI))))

    assert isinstance(answer, Fetched)
    assert len(answer.body) == MEBI


async def test_what_follows_the_announced_length_is_not_read(fetcher: Fetcher) -> None:
    """Bytes after the end of an answer are not taken for a part of it, nor for the next answer."""
    async with RudeServer(says(OK + b"Content-Length: 6\r\n\r\n<rss/>" + b"x" * MEBI)) as server:
        answers = [await fetcher.fetch(server.url) for _ in range(3)]

    bodies = [answer.body for answer in answers if isinstance(answer, Fetched)]
    assert all(body == b"<rss/>" for body in bodies)
    assert all(answer == Failure(BAD) for answer in answers if not isinstance(answer, Fetched))


@pytest.mark.parametrize(
    "start",
    [OK + b"Content-Length: 1000\r\n\r\n", OK + b"X-Slow: "],
    ids=["body", "headers"],
)
async def test_a_drip_is_cut_in_time(start: bytes) -> None:
    """A server that sends a byte now and then for ever is cut when the time is over."""
    limits = FetchLimits(timeout=timedelta(seconds=0.4))
    async with _fetcher(limits) as fetcher, RudeServer(drips(start, b"x", every=0.02)) as server:
        assert await fetcher.fetch(server.url) == Failure(FailureReason.TIMEOUT)


async def test_a_server_that_says_nothing_is_cut() -> None:
    """A server that accepts and stays silent is cut."""
    limits = FetchLimits(silence=timedelta(seconds=0.2))
    async with _fetcher(limits) as fetcher, RudeServer(is_silent()) as server:
        assert await fetcher.fetch(server.url) == Failure(FailureReason.TIMEOUT)


@pytest.mark.parametrize(
    "script", [is_silent(), says(b"SSH-2.0-OpenSSH_9.2\r\n")], ids=["stalls", "speaks ssh"]
)
async def test_a_failed_handshake_is_unreachable(fetcher: Fetcher, script: Script) -> None:
    """A server that does not get through TLS is called unreachable, soon."""
    async with RudeServer(script, reads=False) as server:
        url = server.url.replace("http:", "https:")
        assert await fetcher.fetch(url) == Failure(FailureReason.UNREACHABLE)


@pytest.fixture
def self_signed(tmp_path: Path) -> ssl.SSLContext:
    """Give a server's side of TLS with a certificate that nobody vouches for."""
    openssl = shutil.which("openssl")
    if openssl is None:
        pytest.skip("openssl, which makes the certificate, is not installed")
    key, certificate = tmp_path / "key.pem", tmp_path / "certificate.pem"
    command = [openssl, "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=localhost"]
    subprocess.run([*command, "-keyout", key, "-out", certificate], check=True, capture_output=True)
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(certificate, key)
    return context


async def test_an_unknown_certificate_is_unreachable(fetcher: Fetcher, self_signed: ssl.SSLContext) -> None:
    """A certificate that nobody vouches for is not accepted."""
    async with RudeServer(says(_body(b"<rss/>")), tls=self_signed) as server:
        assert await fetcher.fetch(server.url) == Failure(FailureReason.UNREACHABLE)
        assert server.requests == []


@pytest.mark.parametrize(
    "answer",
    [
        OK + b"".join(b"X-%d: 1\r\n" % number for number in range(100_000)) + b"\r\n",
        OK + b"X: " + b"x" * 4 * MEBI + b"\r\n\r\n",
        b"HTTP/1.1 302 Found\r\nLocation: /" + b"a" * MEBI + b"\r\n\r\n",
        b"SSH-2.0-OpenSSH_9.2\r\n\r\n",
        b"<rss/>\r\n\r\n",
        OK + b"Content-Length: -5\r\n\r\n",
        OK + b"Content-Length: 1000\r\n\r\n<rss/>",
        OK + b"Transfer-Encoding: chunked\r\n\r\nzz\r\n",
    ],
    ids=[
        "100,000 headers",
        "one huge header",
        "huge location",
        "ssh",
        "http/0.9",
        "negative length",
        "cut short",
        "bad chunk",
    ],
)
async def test_what_is_not_http_is_a_bad_answer(ask: Ask, answer: bytes) -> None:
    """Answers that break HTTP are named bad, without a word of what they said."""
    assert await ask(says(answer)) == Failure(BAD)


async def test_endless_interim_answers_are_cut() -> None:
    """A server that is always about to answer is cut when the time is over."""
    limits = FetchLimits(timeout=timedelta(seconds=0.4))
    script = drips(b"", b"HTTP/1.1 102 Processing\r\n\r\n", every=0.01)
    async with _fetcher(limits) as fetcher, RudeServer(script) as server:
        assert await fetcher.fetch(server.url) == Failure(FailureReason.TIMEOUT)


async def test_while_hark_is_attacked_others_are_read() -> None:
    """Bombs, floods and silence of many servers at once keep no honest feed from being read meanwhile."""
    limits = FetchLimits(timeout=timedelta(seconds=1.5), max_bytes=MEBI)
    bomb = _body(gzip.compress(bytes(64 * MEBI)), "Content-Encoding: gzip")
    scripts = [
        says(bomb),
        *(floods(OK + b"Transfer-Encoding: chunked\r\n\r\n", b"1\r\nx\r\n" * 400) for _ in range(2)),
        drips(b"", b"HTTP/1.1 102 Processing\r\n\r\n" * 100, every=0.01),
        is_silent(),
    ]
    async with AsyncExitStack() as stack:
        fetcher = await stack.enter_async_context(_fetcher(limits))
        feed = (await stack.enter_async_context(FeedServer())).feed("/feed")
        rude = [await stack.enter_async_context(RudeServer(script)) for script in scripts]
        attacks = [asyncio.create_task(fetcher.fetch(server.url)) for server in rude]

        honest = [await fetcher.fetch(feed.url) for _ in range(3)]
        unfinished = sum(not attack.done() for attack in attacks)
        outcomes = await asyncio.gather(*attacks)

    assert all(isinstance(answer, Fetched) for answer in honest)
    assert unfinished > 0
    assert {outcome for outcome in outcomes if isinstance(outcome, Failure)} == {
        Failure(FailureReason.TOO_BIG),
        Failure(FailureReason.TIMEOUT),
    }


async def test_the_body_of_a_redirect_is_not_read(fetcher: Fetcher) -> None:
    """A redirect with an endless body is followed at once."""
    async with FeedServer() as site:
        head = (
            f"HTTP/1.1 302 Found\r\nLocation: {site.feed('/feed').url}\r\nContent-Length: 1073741824\r\n\r\n"
        )
        async with RudeServer(floods(head.encode(), b"x" * 0x8000)) as server:
            answer = await fetcher.fetch(server.url)

    assert isinstance(answer, Fetched)


async def test_a_type_that_lies_is_handed_on(ask: Ask) -> None:
    """A feed that calls itself an image is read all the same: what it is, its bytes say."""
    answer = await ask(says(_body(b"<rss/>", "Content-Type: image/png")))

    assert isinstance(answer, Fetched)
    assert answer.content_type == "image/png"


@pytest.mark.parametrize("etag", ['"' + "a" * 1100 + '"', '"a\x01b"', '"\xff"'])
async def test_an_odd_validator_is_not_kept(ask: Ask, etag: str) -> None:
    """An ETag that is huge or not text is neither stored nor sent back."""
    answer = await ask(says(_body(b"<rss/>", f"ETag: {etag}")))

    assert answer == Failure(BAD) or (isinstance(answer, Fetched) and answer.validators == Validators())


async def test_an_unchanged_answer_may_bring_a_new_validator(fetcher: Fetcher) -> None:
    """When a 304 names another ETag, that one is sent the next time."""
    async with RudeServer(says(b'HTTP/1.1 304 Not Modified\r\nETag: "b"\r\n\r\n')) as server:
        answer = await fetcher.fetch(server.url, Validators('"a"', "Mon, 01 Jan 2024 00:00:00 GMT"))

        assert answer == NotModified(Validators('"b"', "Mon, 01 Jan 2024 00:00:00 GMT", server.url))


NOW = datetime(2026, 1, 1, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "wait"),
    [
        ("3600", timedelta(hours=1)),
        (" 90.5 ", timedelta(seconds=90.5)),
        ("Thu, 01 Jan 2026 02:00:00 GMT", timedelta(hours=2)),
        ("0", timedelta(minutes=1)),
        ("-5", timedelta(minutes=1)),
        ("Wed, 31 Dec 2025 00:00:00 GMT", timedelta(minutes=1)),
        ("99999999999", timedelta(hours=48)),
        ("9" * 400, timedelta(hours=48)),
        ("Fri, 01 Jan 2027 00:00:00 GMT", timedelta(hours=48)),
        ("1e999", None),
        ("soon", None),
        ("", None),
        ("Thu, 99 Foo 2026 99:00:00 GMT", None),
        ("Thu, 01 Jan 99999 00:00:00 GMT", None),
    ],
)
def test_a_wish_to_wait_is_kept_within_reason(text: str, wait: timedelta | None) -> None:
    """A site is left alone for as long as it asks, a minute at least and two days at most."""
    assert retry_after(text, NOW) == wait
