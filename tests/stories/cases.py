"""Small streams of reports with the story that each tells, written by hand: `cases.txt`.

A block is one case: a sentence, then lines of "story [days]d hh:mm outlet | words | link". A story is a
letter, "-" a round-up; an outlet with an at sign writes posts.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zlib import crc32

from model import Entry
from stories.report import Report

_LINE = re.compile(
    r"(?P<story>\S) (?:(?P<days>\d+)d )?(?P<hour>\d\d):(?P<minute>\d\d) (?P<outlet>[^|]+) \| "
    r"(?P<words>.*?)(?: \| (?P<link>https?://\S+))?$"
)
_BEGIN = datetime(2026, 3, 9, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Case:
    """What is told, and which reports belong together."""

    sentence: str
    reports: tuple[Report, ...]
    stories: str  # a letter for each report


def all_cases() -> list[Case]:
    """Return the cases of `cases.txt`."""
    blocks = Path(__file__).with_name("cases.txt").read_text(encoding="utf-8").strip().split("\n\n")
    return [_case(block.splitlines()) for block in blocks]


def _case(lines: list[str]) -> Case:
    reports, stories = [], ""
    for number, line in enumerate(lines[1:], 1):
        match = _LINE.fullmatch(line)
        assert match, line
        at = _BEGIN + timedelta(
            days=int(match["days"] or 0), hours=int(match["hour"]), minutes=int(match["minute"])
        )
        reports.append(Report(number, match["outlet"], _entry(match, at), at))
        stories += match["story"]
    return Case(lines[0].removeprefix("# "), tuple(reports), stories)


def _entry(match: re.Match[str], at: datetime) -> Entry:
    outlet, words = match["outlet"], match["words"]
    page = crc32(match[0].encode())
    if outlet.startswith("@"):
        return Entry(
            guid=f"x:{page}",
            url=f"https://x.com/{outlet[1:]}/status/{page}",
            text=f"{words} {match['link'] or ''}".strip(),
            author=outlet,
            published=at,
        )
    url = match["link"] or f"https://news.example/{page}"
    return Entry(url=url, title=words, published=at)
