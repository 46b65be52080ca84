"""Watches that are always hit together."""

from __future__ import annotations

from array import array
from bisect import bisect_left

from matching.quick import Sketch
from matching.waits import Rule, Wait


class Group:
    """Watches that are always hit together: with one query, or with several that say the same."""

    __slots__ = ("ids", "keys", "others", "rule", "small", "source", "wary")

    def __init__(self, source: str, waits: Wait, watch_id: int) -> None:
        self.source = source  # the tree of one of the queries
        self.keys, self.others = waits.keys, waits.others
        self.rule, self.wary = waits.rule, waits.wary
        self.small: Sketch | None = None  # drawn when it is asked for the first time
        self.ids: int | array[int] = watch_id  # in ascending order

    def join(self, watch_id: int) -> None:
        """Let one more watch be of this group."""
        if isinstance(self.ids, int):
            self.ids = array("q", (self.ids,))
        if watch_id > self.ids[-1]:
            self.ids.append(watch_id)
        else:
            self.ids.insert(bisect_left(self.ids, watch_id), watch_id)

    def leave(self, watch_id: int) -> bool:
        """Take out one watch. Returns whether any is left."""
        if isinstance(self.ids, int):
            return False
        del self.ids[bisect_left(self.ids, watch_id)]
        return len(self.ids) > 0

    def waits(self) -> Wait:
        """Return where it waits and for what."""
        return Wait(self.keys, self.rule, self.others, self.wary)

    def waits_like(self, waits: Wait) -> bool:
        """Tell whether it is hit whenever something is that waits like this."""
        return self.rule is waits.rule is Rule.HIT and self.keys == waits.keys and self.wary is waits.wary
