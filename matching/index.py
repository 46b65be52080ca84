"""All watches, asked with one entry at a time.

Watches with one query are one group. A group waits under keys one of which every entry has that it hits; an
entry asks for the keys it has, and only groups found that way are judged: by a sketch of the query where that
is certain, else by careful reading. Adding or removing a watch touches its own keys alone.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import chain

from matching.anchors import anchors
from matching.context import NOTHING_KNOWN, Context
from matching.judge import Judge, match_one
from matching.keys import Key, Look, is_plain
from matching.literals import Literals
from matching.names import Names
from matching.plan import Plan, plan
from matching.quick import Sketch
from matching.sketches import is_plain_sketch, sketch
from matching.tree import Query
from model import Entry, Hit

__all__ = ["Context", "WatchIndex", "match_one"]

_PLANS = 20_000  # queries whose plans are remembered
_MANY = 5_000  # queries, from which on looking at each three characters costs less than judging by pairs


class _Group:
    """The watches with one query."""

    __slots__ = ("anchors", "ids", "plain", "query", "sketch")

    def __init__(self, query: Query, waits: tuple[Key, ...], small: Sketch, watch_id: int) -> None:
        self.query = query
        self.anchors = waits
        self.sketch = small
        self.plain = is_plain_sketch(small, waits)  # whoever has an anchor for certain has all
        self.ids: int | array[int] = watch_id  # in ascending order

    def join(self, watch_id: int) -> None:
        """Let one more watch be of this group."""
        if isinstance(self.ids, int):
            self.ids = array("q", (self.ids,))
        self.ids.insert(bisect_left(self.ids, watch_id), watch_id)

    def leave(self, watch_id: int) -> bool:
        """Take out one watch. Returns whether any is left."""
        if isinstance(self.ids, int):
            return False
        del self.ids[bisect_left(self.ids, watch_id)]
        return len(self.ids) > 0


_Post = _Group | list[_Group]


class WatchIndex:
    """Every watch, found by what an entry says. Pure memory: it knows no store and no chat."""

    def __init__(self, names: Names | None = None) -> None:
        self._names = names
        self._group_of: dict[int, _Group] = {}  # by watch id
        self._groups: dict[Query, _Group] = {}
        self._words: dict[Key, _Post] = {}
        self._beginnings: Counter[int] = Counter()  # how many keys are beginnings of this length
        self._singles: dict[Key, _Post] = {}  # characters of running text, two, and three of them
        self._pairs: dict[Key, _Post] = {}
        self._triples: dict[Key, _Post] = {}
        self._literals = Literals[_Group]()  # plain texts of regular expressions
        self._always: dict[Query, _Group] = {}  # those without a key
        self._plan = lru_cache(maxsize=_PLANS)(lambda query: plan(query, names))

    def __len__(self) -> int:
        return len(self._group_of)

    def __contains__(self, watch_id: int) -> bool:
        return watch_id in self._group_of

    def add(self, watch_id: int, query: Query) -> None:
        """Let `watch_id` watch for `query` from the next entry on; replaces what it watched for."""
        if watch_id in self._group_of:
            self.remove(watch_id)
        group = self._groups.get(query)
        if group is None:
            group = self._groups[query] = self._new_group(query, plan(query, self._names), watch_id)
        else:
            group.join(watch_id)
        self._group_of[watch_id] = group

    def _new_group(self, query: Query, asked: Plan, watch_id: int) -> _Group:
        waits = anchors(asked, self._weight)
        group = _Group(query, waits, sketch(asked), watch_id)
        for key in waits:
            self._wait(key, group)
        if not waits:
            self._always[query] = group
        return group

    def _wait(self, key: Key, group: _Group) -> None:
        if literal := _literal(key):
            self._literals.add(literal, group)
            return
        table = self._table(key)
        post = table.get(key)
        if post is None:
            table[key] = group
            self._beginnings.update(_beginning(key))
        elif isinstance(post, list):
            post.append(group)
        else:
            table[key] = [post, group]

    def _leave(self, key: Key, group: _Group) -> None:
        if literal := _literal(key):
            self._literals.remove(literal, group)
            return
        table = self._table(key)
        post = table[key]
        if isinstance(post, list):
            post.remove(group)
            if len(post) == 1:
                table[key] = post[0]
        else:
            del table[key]
            self._beginnings.subtract(_beginning(key))
            self._beginnings += Counter()

    def _table(self, key: Key) -> dict[Key, _Post]:
        if isinstance(key, int):
            return self._pairs
        if key.isascii() or not is_plain(key):
            return self._words
        return self._singles if len(key) == 1 else self._triples

    def _weight(self, key: Key) -> float:
        """Guess how often it is asked for in vain: what many wait for is said often."""
        table = self._table(key)
        post = table.get(key)
        waiting = 0 if post is None else len(post) if isinstance(post, list) else 1
        if table is self._words:
            return waiting + (1 if " " in str(key) else 20 / len(str(key)))
        if table is self._triples:
            return waiting + (0 if len(self._groups) > _MANY else 8)
        return waiting + (2 if table is self._pairs else 50)

    def remove(self, watch_id: int) -> None:
        """Forget `watch_id`; an unknown one is no mistake."""
        group = self._group_of.pop(watch_id, None)
        if group is None or group.leave(watch_id):
            return
        del self._groups[group.query]
        self._always.pop(group.query, None)
        for key in group.anchors:
            self._leave(key, group)

    def hits(self, entry: Entry, context: Context = NOTHING_KNOWN) -> array[int]:
        """Return the id of every watch that `entry` hits, each once, in no order."""
        look = Look(entry)
        found = array("q")
        for group in self._hit(look, Judge(look, context)):
            if isinstance(group.ids, int):
                found.append(group.ids)
            else:
                found += group.ids
        return found

    def match(self, entry: Entry, context: Context = NOTHING_KNOWN) -> list[Hit]:
        """Return every watch that `entry` hits, by watch id, with its reasons."""
        look = Look(entry)
        judge = Judge(look, context)
        found: list[Hit] = []
        for group in self._hit(look, judge):
            reasons = judge.reasons(self._plan(group.query))
            ids = (group.ids,) if isinstance(group.ids, int) else group.ids
            found += [Hit(watch_id, reasons) for watch_id in ids]
        return sorted(found, key=lambda hit: hit.watch_id)

    def _hit(self, look: Look, judge: Judge) -> list[_Group]:
        """Return the groups whose query holds."""
        certain = self._waiting(look)
        found = [group for group in certain if group.plain]
        tried = [group for group in certain if not group.plain]
        tried += self._perhaps_waiting(look)
        for group in dict.fromkeys(tried):
            verdict = group.sketch.judge(look)
            if verdict is None:
                verdict = judge.holds(self._plan(group.query))
            if verdict:
                found.append(group)
        return found

    def _waiting(self, look: Look) -> Iterable[_Group]:
        """Return the groups of which the entry has an anchor for certain."""
        found = _groups(map(self._words.get, look.sure))
        if look.running and look.exact and look.simple:
            found.update(self._running(look))
        return found

    def _perhaps_waiting(self, look: Look) -> Iterator[_Group]:
        """Yield the groups of which it may have an anchor."""
        yield from _groups(map(self._words.get, look.maybe))
        for length, count in self._beginnings.items():
            if count:
                yield from _groups(map(self._words.get, look.beginnings(length)))
        if look.running:
            if not (look.exact and look.simple):
                yield from self._running(look)
            yield from _groups(post for key, post in self._singles.items() if str(key) in look.folded)
        if self._literals:
            yield from self._literals.standing_in(look.origin)
        yield from self._always.values()

    def _running(self, look: Look) -> dict[_Group, None]:
        posts = chain.from_iterable(map(self._pairs.get, row) for row in look.pairs()) if self._pairs else ()
        threes = map(self._triples.get, look.triples()) if self._triples else ()
        return _groups(chain(posts, threes))


def _groups(posts: Iterable[_Post | None]) -> dict[_Group, None]:
    """Return the groups of some posts, each once."""
    found: list[_Group] = []
    for post in posts:
        if isinstance(post, list):
            found += post
        elif post is not None:
            found.append(post)
    return dict.fromkeys(found)


def _literal(key: Key) -> str:
    """Return the plain text of a regular expression that is the key, "" for another key."""
    return key[1:] if isinstance(key, str) and key.startswith("/") else ""


def _beginning(key: Key) -> tuple[int, ...]:
    """Return the length of a beginning, nothing for another key."""
    return (len(key) - 1,) if isinstance(key, str) and key.endswith("*") else ()
