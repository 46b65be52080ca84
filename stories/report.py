"""What clustering is told of an item, and what it answers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from model import Entry


class Proof(StrEnum):
    """By which evidence an item was found to tell a known story, the most certain first."""

    PERSON = "person"  # somebody said so (*Same story*)
    PAGE = "page"  # both stand under one URL
    LINK = "link"  # one links to or quotes the other
    COPY = "copy"  # word for word, from one wire or one press release
    NAMES = "names"  # names and numbers, across languages
    WORDS = "words"  # the words that are rare at the moment


@dataclass(frozen=True, slots=True)
class Report:
    """An item as clustering sees it."""

    item_id: int
    outlet: str  # who tells it: the source's name, or "@handle"
    entry: Entry
    at: datetime  # when it was published, or found where the source gives no date


@dataclass(frozen=True, slots=True)
class Placement:
    """Which story an item tells, and why; a story is called by the id of its first item."""

    item_id: int
    story_id: int
    proof: Proof | None = None  # None: it opens its story
    beside: int = 0  # the item of the story that it agrees with most; 0 for an opener
    shared: tuple[str, ...] = ()  # what both say, as words to show; at most five
    digest: bool = False  # a round-up or a live page: its own kind, never joins stories together

    @property
    def opens(self) -> bool:
        """Whether it is the first report of its story."""
        return self.proof is None
