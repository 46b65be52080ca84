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

from matching.anchors import anchors, said
from matching.context import NOTHING_KNOWN, Context
from matching.judge import Judge, match_one
from matching.keys import LOOSE, TIGHT, Key, first_three, is_plain
from matching.literals import Literals
from matching.look import Look
from matching.names import Names
from matching.plan import Plan, plan
from matching.quick import Sketch
from matching.sketches import certain_keys, sketch
from matching.tree import Query
from model import Entry, Hit

__all__ = ["Context", "WatchIndex", "match_one"]

_PLANS = 20_000  # queries whose plans are remembered
_SAID = 500_000  # words that are counted
_MANY = 2_000  # queries, from which on looking at each three characters costs less than judging by pairs


class _Group:
    """The watches with one query."""

    __slots__ = ("anchors", "ids", "plain", "query", "sketch")

    def __init__(self, query: Query, waits: tuple[Key, ...], small: Sketch, watch_id: int) -> None:
        self.query = query
        self.sketch = small
        self.ids: int | array[int] = watch_id  # in ascending order
        self.wait_at(waits)

    def wait_at(self, waits: tuple[Key, ...]) -> None:
        """Let these be the keys at which it is found."""
        self.anchors = waits
        self.plain = bool(waits) and certain_keys(self.sketch) == set(waits)  # a certain anchor is a hit

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
        self._singles: dict[Key, _Post] = {}  # characters of running text; two, three, four of them
        self._pairs: dict[Key, _Post] = {}
        self._triples: dict[Key, _Post] = {}
        self._quads: dict[Key, _Post] = {}
        self._literals = Literals[_Group]()  # plain texts of regular expressions
        self._early: list[_Group] = []  # those that came before there were many
        self._said: Counter[str] = Counter()  # how many queries speak of a word
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
        if self._early and len(self._groups) > _MANY:
            self._move(self._early.pop())

    def _new_group(self, query: Query, asked: Plan, watch_id: int) -> _Group:
        if len(self._said) > _SAID:
            self._said.clear()
        self._said.update(said(asked))
        waits = anchors(asked, self._weight)
        group = _Group(query, waits, sketch(asked), watch_id)
        for key in waits:
            self._wait(key, group)
        if len(self._groups) < _MANY:
            self._early.append(group)
        if not waits:
            self._always[query] = group
        return group

    def _move(self, group: _Group) -> None:
        """Let a group wait where it would if it came now that there are many."""
        if self._groups.get(group.query) is group:
            for key in group.anchors:
                self._leave(key, group)
            group.wait_at(anchors(plan(group.query, self._names), self._weight))
            for key in group.anchors:
                self._wait(key, group)

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
            return self._quads if key >> 48 else self._triples if key >> 32 else self._pairs
        return self._singles if len(key) == 1 and is_plain(key) else self._words

    def _weight(self, key: Key) -> float:
        """Guess how often it is asked for in vain: what many wait for is said often."""
        table = self._table(key)
        post = table.get(key)
        waiting = 0 if post is None else len(post) if isinstance(post, list) else 1
        if isinstance(key, int) or table is not self._words:
            return waiting + self._price(table)
        if key[0] == "+":
            return 0.01
        left, met, right = key.partition(TIGHT if TIGHT in key else LOOSE)
        if met and right:
            return waiting + min(self._spread(left), self._spread(right)) / 10
        return waiting + self._spread(key)

    def _spread(self, word: str) -> float:
        """Guess how many of a thousand entries say a word: what many watch for, and what is short."""
        times = self._said[word]
        return times / 4 + 20 / len(word) if times else 0.1  # else it is words written together

    def _price(self, table: dict[Key, _Post]) -> float:
        if table is self._pairs:
            return 2
        if table is self._singles:
            return 50
        many = len(self._groups) > _MANY
        return (0 if many else 9) - (table is self._quads)

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
        found: list[Iterable[_Post | None]] = []
        if self._pairs:
            found += [map(self._pairs.get, row) for row in look.pairs()]
        if self._quads or self._triples:
            three, four = self._triples.get, self._quads.get
            for row in look.quads():
                found.append([post for key in row if (post := three(first_three(key)))])
                found.append(map(four, row))
        return _groups(chain.from_iterable(found))


def _groups(posts: Iterable[_Post | None]) -> dict[_Group, None]:
    """Return the groups of some posts, each once."""
    found: list[_Group] = []
    there: Iterable[_Post] = filter(None, posts)
    for post in there:
        if isinstance(post, list):
            found += post
        else:
            found.append(post)
    return dict.fromkeys(found)


def _literal(key: Key) -> str:
    """Return the plain text of a regular expression that is the key, "" for another key."""
    return key[1:] if isinstance(key, str) and key.startswith("/") else ""


def _beginning(key: Key) -> tuple[int, ...]:
    """Return the length of a beginning, nothing for another key."""
    return (len(key) - 1,) if isinstance(key, str) and key.endswith("*") else ()
