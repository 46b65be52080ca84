"""The posts at which groups of watches wait, by key, and who is found there when an entry comes by."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain

from matching.beside import Beside
from matching.keys import LOOSE, TIGHT, Key, is_plain
from matching.literals import Literals
from matching.look import Look
from matching.together import Group
from matching.waits import Rule, Wait

_MANY = 50  # more wait at three characters only if the two among them are as frequent


_Post = Group | list[Group]


class Posts:
    """All posts. Adding or removing a group touches its own keys alone."""

    def __init__(self) -> None:
        self._words: dict[Key, _Post] = {}
        self._beginnings: Counter[int] = Counter()  # how many keys are beginnings of this length
        self._singles: dict[Key, _Post] = {}  # characters of running text; two of them; three
        self._pairs: dict[Key, _Post] = {}
        self._triples: dict[Key, _Post] = {}
        self._beside = Beside()
        self._literals = Literals[Group]()  # plain texts of regular expressions
        self._always: dict[Group, None] = {}  # those without a key

    def add(self, group: Group) -> None:
        """Let a group wait at its keys."""
        if not group.keys:
            self._always[group] = None
        if group.rule is Rule.WITH:
            self._beside.add(group)
        for key in _apart(group):
            if literal := _literal(key):
                self._literals.add(literal, group)
            else:
                self._wait(key, group)

    def _wait(self, key: Key, group: Group) -> None:
        table = self._table(key)
        post = table.get(key)
        if post is None:
            table[key] = group
            self._beginnings.update(_beginning(key))
        elif isinstance(post, Group):
            table[key] = [post, group] if group.rule else [group, post]
        elif group.rule:
            post.append(group)
        else:
            post.insert(0, group)  # where it is found first when another watch is to join

    def remove(self, group: Group) -> None:
        """Take a group away from its keys."""
        self._always.pop(group, None)
        if group.rule is Rule.WITH:
            self._beside.remove(group)
        for key in _apart(group):
            if literal := _literal(key):
                self._literals.remove(literal, group)
            else:
                self._leave(key, group)

    def _leave(self, key: Key, group: Group) -> None:
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
            return self._triples if key >> 32 else self._pairs
        return self._singles if len(key) == 1 and is_plain(key) else self._words

    def alike(self, waits: Wait) -> Group | None:
        """Return the group that waits like this, if there is one that one more watch can join."""
        posts = [self._at(key) for key in waits.keys] if waits.rule is Rule.HIT else []
        shortest = min(posts, key=len, default=[])
        return next((group for group in shortest if group.waits_like(waits)), None)

    def _at(self, key: Key) -> list[Group]:
        post = self._table(key).get(key)
        return post if isinstance(post, list) else [] if post is None else [post]

    def weight(self, key: Key) -> float:
        """Guess how often an entry has a key: what is short, and what many wait for, is said often."""
        if isinstance(key, int):
            return min(self._waiting(key), _MANY) if key >> 32 else _MANY + self._waiting(key)
        if len(key) == 1 and is_plain(key):
            return 10 * _MANY + self._waiting(key)
        if key[0] == "+":
            return 0.01
        left, met, right = key.partition(TIGHT if TIGHT in key else LOOSE)
        if met and right:
            return min(self._spread(left), self._spread(right)) / 10
        return self._spread(key)

    def _spread(self, word: str) -> float:
        return self._waiting(word) + 20 / len(word)

    def _waiting(self, key: Key) -> int:
        """Return about how many watches speak of a key."""
        post = self._table(key).get(key)
        if post is None:
            return 0
        first = post[0] if isinstance(post, list) else post
        one = 1 if isinstance(first.ids, int) else len(first.ids)
        return one + len(post) - 1 if isinstance(post, list) else one

    def sure(self, look: Look) -> list[Group]:
        """Return the groups of which an entry has a key for certain, some more than once."""
        return _groups(self._words, look.sure)

    def beside(self, look: Look) -> tuple[list[Group], list[Group]]:
        """Return the groups of which it has two words for certain, and those of which it may have two."""
        return self._beside.found(look)

    def running(self, look: Look) -> list[Group]:
        """Return the groups of which it has running text, some more than once."""
        found = _groups(self._pairs, chain(*look.pairs())) if self._pairs else []
        if self._triples:
            found += _groups(self._triples, chain(*look.triples()))
        if self._singles:
            found += _groups(self._singles, set(look.folded))
        return found

    def maybe(self, look: Look) -> Iterator[Group]:
        """Yield the groups of which it may have a key, and those that wait at none."""
        yield from _groups(self._words, look.maybe)
        for length in self._beginnings:
            yield from _groups(self._words, look.beginnings(length))
        if self._literals:
            yield from self._literals.standing_in(look.origin)
        yield from self._always


def _groups(table: dict[Key, _Post], keys: Iterable[Key]) -> list[Group]:
    """Return the groups that wait at keys which an entry has."""
    found: list[Group] = []
    for key in table.keys() & keys:
        post = table[key]
        if isinstance(post, Group):
            found.append(post)
        else:
            found += post
    return found


def _apart(group: Group) -> Iterable[Key]:
    """Return the keys at which a group waits by themselves."""
    return group.keys if group.rule is not Rule.WITH else set(group.keys).intersection(group.others)


def _literal(key: Key) -> str:
    """Return the plain text of a regular expression that is the key, "" for another key."""
    return key[1:] if isinstance(key, str) and key.startswith("/") else ""


def _beginning(key: Key) -> Mapping[int, int]:
    """Return the length of a beginning, nothing for another key."""
    return {len(key) - 1: 1} if isinstance(key, str) and key.endswith("*") else {}
