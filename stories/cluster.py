"""Which story an item tells: incremental, one pass, in a bounded window.

Items come in the order in which they are kept. Each joins one story of the window or opens its own, and what
was decided stays decided. The state can be built again from that (`learn`), after a restart or for
what another process placed.
"""

from __future__ import annotations

from datetime import datetime

from stories.report import Placement, Proof, Report


class Stories:
    """The stories of the last days."""

    def __init__(self) -> None:
        """Start with an empty window."""
        self._story_of: dict[int, int] = {}
        self._titles: dict[str, int] = {}
        self._apart: set[tuple[int, int]] = set()

    def place(self, report: Report) -> Placement:
        """Return which story a new item tells, and take it in."""
        beside = self._titles.get(report.entry.title)
        story = None if beside is None else self._story_of[beside]
        if beside is None or story is None or (report.item_id, story) in self._apart:
            placed = Placement(report.item_id, report.item_id)
        else:
            placed = Placement(report.item_id, story, Proof.COPY, beside, (report.entry.title,))
        self.learn(report, placed.story_id)
        return placed

    def learn(self, report: Report, story_id: int) -> None:
        """Take in an item whose story is decided: kept from before, or placed by another process."""
        self._story_of[report.item_id] = story_id
        self._titles.setdefault(report.entry.title, report.item_id)

    def split(self, item_id: int, story_id: int) -> None:
        """Take an item out of a story for good: it tells its own from now on."""
        self._apart.add((item_id, story_id))
        self._story_of[item_id] = item_id

    def join(self, item_id: int, story_id: int) -> None:
        """Put an item, and those that joined its story, into another story, because somebody said so."""
        old = self._story_of[item_id]
        for each in [key for key, value in self._story_of.items() if value == old]:
            self._story_of[each] = story_id

    def forget(self, before: datetime) -> None:
        """Drop what was told before a time; calling it often costs nothing."""
