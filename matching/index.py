"""All watches, asked with one entry at a time.

A watch waits under the keys at which the rarest-looking of its terms may begin; an entry asks for the keys it
has, and only watches found that way are judged. Adding or removing a watch touches its own keys alone.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from matching.anchors import Anchors, anchors
from matching.context import NOTHING_KNOWN, Context
from matching.judge import Judge, Reading, match_one
from matching.keys import keys
from matching.names import Names
from matching.plan import Plan, plan
from matching.tree import Query
from model import Entry, Hit

__all__ = ["Context", "WatchIndex", "match_one"]


class WatchIndex:
    """Every watch, found by what an entry says. Pure memory: it knows no store and no chat."""

    def __init__(self, names: Names | None = None) -> None:
        self._names = names
        self._plans: dict[int, Plan] = {}
        self._waiting: dict[str, set[int]] = {}  # prefixes with a "*" behind them
        self._prefixes: Counter[int] = Counter()  # how many prefixes have this length
        self._always: set[int] = set()

    def __len__(self) -> int:
        return len(self._plans)

    def __contains__(self, watch_id: int) -> bool:
        return watch_id in self._plans

    def add(self, watch_id: int, query: Query) -> None:
        """Let `watch_id` watch for `query` from the next entry on; replaces what it watched for."""
        self.remove(watch_id)
        asked = plan(query, self._names)
        self._plans[watch_id] = asked
        waits = anchors(asked)
        if waits is None:
            self._always.add(watch_id)
            return
        for key in _all_keys(waits):
            self._waiting.setdefault(key, set()).add(watch_id)
        self._prefixes.update(map(len, waits.prefixes))

    def remove(self, watch_id: int) -> None:
        """Forget `watch_id`; an unknown one is no mistake."""
        asked = self._plans.pop(watch_id, None)
        if asked is None:
            return
        self._always.discard(watch_id)
        waits = anchors(asked) or Anchors(())
        for key in _all_keys(waits):
            waiting = self._waiting[key]
            waiting.discard(watch_id)
            if not waiting:
                del self._waiting[key]
        self._prefixes.subtract(map(len, waits.prefixes))
        self._prefixes += Counter()

    def match(self, entry: Entry, context: Context = NOTHING_KNOWN) -> list[Hit]:
        """Return every watch that `entry` hits, by watch id, with its reasons."""
        found = keys(entry)
        found |= {f"{key[:length]}*" for length in self._prefixes for key in found if len(key) >= length}
        candidates = {watch_id for key in self._waiting.keys() & found for watch_id in self._waiting[key]}
        judge = Judge(Reading(entry), context)
        return [
            Hit(watch_id, judge.reasons(self._plans[watch_id]))
            for watch_id in sorted(candidates | self._always)
            if judge.holds(self._plans[watch_id])
        ]


def _all_keys(waits: Anchors) -> Iterable[str]:
    return (*waits.keys, *(f"{prefix}*" for prefix in waits.prefixes))
