"""All watches, asked with one entry at a time.

Watches that are always hit together are one group. A group waits under keys one of which every entry has
that it hits; an entry asks for the keys it has, and only groups found that way are looked at: mostly a word
or two decide, else a sketch of the query, else careful reading. Adding or removing a watch touches its own
keys alone.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable
from functools import cache, lru_cache
from operator import itemgetter

from matching.choice import NOTHING_CHOSEN, Choice, choice_from_json, choice_json
from matching.context import NOTHING_KNOWN, Context
from matching.judge import Judge, match_one
from matching.look import Look
from matching.names import Names
from matching.pages import Pages
from matching.plan import Plan, plan
from matching.posts import Posts
from matching.rules import decided, decided_running
from matching.sketches import sketch
from matching.stamp import stamp
from matching.stored import from_json, tree_json
from matching.together import Group
from matching.tree import Query
from matching.waits import Rule, Wait, from_stored, wait
from model import Entry, Hit

__all__ = ["Context", "WatchIndex", "match_one"]

_PLANS = 20_000  # queries whose plans are remembered
_CHOSEN = "\n"  # between the tree and what was chosen


class WatchIndex:
    """Every watch, found by what an entry says. Pure memory: it knows no store and no chat."""

    def __init__(self, names: Names | None = None) -> None:
        self._names = names
        self._stamp = stamp(names is not None)
        self._posts = Posts()
        self._group_of = Pages[Group]()  # by watch id
        self._source_of = Pages[str]()  # the tree of its query, and what its chat chose
        self._asked: dict[str, Group] = {}  # by the source, those that a query must be asked for
        self._plan = lru_cache(maxsize=_PLANS)(self._planned)

    def __len__(self) -> int:
        return len(self._group_of)

    def __contains__(self, watch_id: int) -> bool:
        return self._group_of.get(watch_id) is not None

    def add(self, watch_id: int, query: Query, choice: Choice = NOTHING_CHOSEN) -> None:
        """Let `watch_id` watch for `query` from the next entry on; replaces what it watched for."""
        self.take(watch_id, tree_json(query), choice_json(choice))

    def take(self, watch_id: int, tree: str, choice: str = "", anchors: str = "") -> str:
        """Add a watch as the store keeps it. Returns its anchors, new ones where those given are outdated.

        Raises NotATree or NotAChoice: then nothing has changed.
        """
        source = f"{tree}{_CHOSEN}{choice}" if choice else tree
        known = self._asked.get(source)
        if anchors.startswith(self._stamp):
            waits = from_stored(anchors[len(self._stamp) :])
        else:
            waits = known.waits() if known else wait(self._planned(source), self._posts.weight)
            anchors = self._stamp + waits.stored()
        if source != self._source_of.get(watch_id):
            self.remove(watch_id)
            self._enter(watch_id, source, known or self._posts.alike(waits), waits)
        return anchors

    def _enter(self, watch_id: int, source: str, group: Group | None, waits: Wait) -> None:
        if group is not None:
            group.join(watch_id)
        else:
            group = Group(source, waits, watch_id)
            self._posts.add(group)
            if waits.rule is not Rule.HIT:
                self._asked[source] = group
        self._group_of.set(watch_id, group)
        self._source_of.set(watch_id, source)

    def remove(self, watch_id: int) -> None:
        """Forget `watch_id`; an unknown one is no mistake."""
        group = self._group_of.pop(watch_id)
        self._source_of.pop(watch_id)
        if group is not None and not group.leave(watch_id):
            self._asked.pop(group.source, None)
            self._posts.remove(group)

    def _planned(self, source: str) -> Plan:
        tree, _, choice = source.partition(_CHOSEN)
        names = self._names
        if choice and names is not None:
            names = names.chosen(choice_from_json(choice))
        return plan(from_json(tree), names)

    def hits(self, entry: Entry, context: Context = NOTHING_KNOWN) -> array[int]:
        """Return the id of every watch that `entry` hits, each once, in no order."""
        look = Look(entry)
        found = array("q")
        for group in self._hit(look, Judge(look, context)):
            ids = group.ids
            if isinstance(ids, int):
                found.append(ids)
            else:
                found += ids
        return found

    def match(self, entry: Entry, context: Context = NOTHING_KNOWN) -> list[Hit]:
        """Return every watch that `entry` hits, by watch id, with its reasons."""
        look = Look(entry)
        judge = Judge(look, context)
        reasons = cache(lambda source: judge.reasons(self._plan(source)))
        found = [(number, group) for group in self._hit(look, judge) for number in _numbers(group)]
        found.sort(key=itemgetter(0))
        return [Hit(number, reasons(self._source_of.get(number) or group.source)) for number, group in found]

    def _hit(self, look: Look, judge: Judge) -> list[Group]:
        """Return the groups whose query holds."""
        found, doubts = decided(look, self._posts.sure(look))
        certain, perhaps = self._posts.beside(look)
        found = [*{*found, *certain}]
        doubts += perhaps
        if look.running:
            running = self._posts.running(look)
            if look.exact:
                more, doubtful = decided_running(look, running)
                found = [*{*found, *more}]
                doubts += doubtful
            else:
                doubts += running
        doubts += self._posts.maybe(look)
        if doubts:
            found += self._asked_for(doubts, found, look, judge)
        return found

    def _asked_for(
        self, doubts: Iterable[Group], found: Iterable[Group], look: Look, judge: Judge
    ) -> list[Group]:
        """Return those of the groups whose query holds, without those found already."""
        held = []
        for group in set(doubts).difference(found):
            small = group.small
            if small is None:
                small = group.small = sketch(self._plan(group.source))
            verdict = small.judge(look)
            if judge.holds(self._plan(group.source)) if verdict is None else verdict:
                held.append(group)
        return held


def _numbers(group: Group) -> Iterable[int]:
    return (group.ids,) if isinstance(group.ids, int) else group.ids
