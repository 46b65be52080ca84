"""Documents are parsed in another process, which may be slow, break or grow without harm to anybody else."""

from __future__ import annotations

import asyncio
import os
import signal
from collections.abc import AsyncIterator
from contextlib import suppress
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from feeds.parsing import ParseLimits, Parsers, Work
from feeds.rss import parse
from model import Document, Failure, FailureReason

URL = "https://site.example/feed.xml"
HEAVY = Failure(FailureReason.TOO_HEAVY)
SWIFT = ParseLimits(deadline=timedelta(seconds=20), patience=timedelta(seconds=0.05))


def rss(*titles: str) -> bytes:
    """Write a feed."""
    items = "".join(f"<item><title>{title}</title></item>" for title in titles)
    return f'<rss version="2.0"><channel><title>News</title>{items}</channel></rss>'.encode()


def work(body: bytes) -> Work:
    """Give a document to be parsed."""
    return Work(body, "", URL)


# Ten seconds of honest work, within all bounds: two million numbers in JSON that is a feed.
SLOW = b'{"version":"https://jsonfeed.org/version/1","items":[' + b"{}," * 2_500_000 + b"{}]}"


@pytest.fixture
async def parsers() -> AsyncIterator[Parsers]:
    """Give parsers that are soon impatient."""
    some = Parsers(SWIFT)
    yield some
    some.close()


def children() -> set[int]:
    """Return the ids of the processes that this one has started and that live."""
    if not Path("/proc/self/stat").exists():
        pytest.skip("this system does not tell whose child a process is")
    found = set()
    for folder in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):
            parent = int((folder / "stat").read_text().rpartition(")")[2].split()[1])
            found |= {int(folder.name)} if parent == os.getpid() else set()
    return found


async def test_a_document_comes_back_as_if_parsed_here(parsers: Parsers) -> None:
    """What another process reads is what this one would read, of what is new and of what is known."""
    before = children()
    whole = await parsers(work(rss("b", "c")))
    assert isinstance(whole, Document)
    known = frozenset(number for number, _ in whole.entries)

    more = await parsers(replace(work(rss("a", "b", "c")), known=known))

    assert whole == parse(rss("b", "c"), "", URL)
    assert more == parse(rss("a", "b", "c"), "", URL, known)
    assert len(children() - before) == 1


async def test_many_documents_share_one_process(parsers: Parsers) -> None:
    """A hundred feeds that answer together are read one after the other."""
    before = children()
    outcomes = await asyncio.gather(*(parsers(work(rss(f"t{number}"))) for number in range(100)))

    titles = [each.entries[0][1].title for each in outcomes if isinstance(each, Document)]
    assert titles == [f"t{number}" for number in range(100)]
    assert len(children() - before) == 1


async def test_a_large_process_has_small_parsers(parsers: Parsers) -> None:
    """Parsers stay for the next document also when the Hark that started them has grown large."""
    ballast = bytearray(b"x") * (200 * 2**20)
    before = children()
    await parsers(work(rss("a")))

    assert len(children() - before) == 1
    assert len(ballast) > 0


async def test_a_document_without_end_is_given_up_and_others_go_on() -> None:
    """While one document is being ground others are read by another process; it is called too much."""
    some = Parsers(replace(SWIFT, deadline=timedelta(seconds=1)))
    before = children()
    slow = asyncio.create_task(some(work(SLOW)))
    await asyncio.wait([slow], timeout=0)

    beside = await some(work(rss("a")))

    assert isinstance(beside, Document)
    assert not slow.done()
    assert await slow == HEAVY
    assert isinstance(await some(work(rss("b"))), Document)
    some.close()
    assert children() <= before


async def test_a_document_that_needs_too_much_memory_is_given_up() -> None:
    """A document that fills the memory ends its process, not Hark; the next is read."""
    some = Parsers(replace(SWIFT, memory=64 * 2**20))

    assert await some(work(SLOW)) == HEAVY
    assert isinstance(await some(work(rss("a"))), Document)
    some.close()


async def test_a_process_that_somebody_ends_costs_nothing(parsers: Parsers) -> None:
    """A parser killed from outside is replaced, and the document that it was given is read all the same."""
    before = children()
    await parsers(work(rss("a")))
    [number] = children() - before
    os.kill(number, signal.SIGKILL)

    assert isinstance(await parsers(work(rss("b"))), Document)
    assert number not in children()


async def test_what_is_called_off_leaves_no_process_behind(parsers: Parsers) -> None:
    """A poll that is called off while its document is parsed ends that work."""
    before = children()
    task = asyncio.create_task(parsers(work(SLOW)))
    await asyncio.wait([task], timeout=0.01)
    assert len(children() - before) == 1
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)

    assert children() <= before
    assert isinstance(await parsers(work(rss("a"))), Document)
