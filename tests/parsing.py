"""Parsing without a process of its own, for tests that boot Hark or a part of it often."""

from __future__ import annotations

from feeds.parsing import Work
from feeds.rss import parse
from model import Document, Failure


async def parse_here(work: Work) -> Document | Failure:
    """Parse at once, in the process of the test."""
    return parse(work.body, work.content_type, work.url, work.known)
