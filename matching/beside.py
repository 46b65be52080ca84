"""Words that are watched for beside another word: each is found by both at once.

Thousands may wait for one word in company; to ask each of them costs more than to look at which of all the
words that they need beside it an entry has.
"""

from __future__ import annotations

from collections.abc import Iterator

from matching.look import Look
from matching.together import Group

_Found = Group | list[Group]


class Beside:
    """Groups of which an entry needs one word of two sets each."""

    def __init__(self) -> None:
        self._seconds: dict[str, dict[str, _Found]] = {}  # by a word of the first set, then of the second

    def add(self, group: Group) -> None:
        """Let a group wait."""
        for first, second in _pairs(group):
            seconds = self._seconds.setdefault(first, {})
            there = seconds.get(second)
            if there is None:
                seconds[second] = group
            elif isinstance(there, Group):
                seconds[second] = [there, group]
            else:
                there.append(group)

    def remove(self, group: Group) -> None:
        """Forget a group."""
        for first, second in _pairs(group):
            seconds = self._seconds[first]
            there = seconds[second]
            if isinstance(there, list) and len(there) > 1:
                there.remove(group)
                continue
            del seconds[second]
            if not seconds:
                del self._seconds[first]

    def waiting(self, word: str) -> int:
        """Return how many words are waited for beside a word."""
        return len(self._seconds.get(word, ()))

    def found(self, look: Look) -> tuple[list[Group], list[Group]]:
        """Return the groups of which an entry has both for certain, and those of which it may have both."""
        certain: list[Group] = []
        perhaps: list[Group] = []
        sure, has = look.sure, look.sure | look.maybe
        for first in self._seconds.keys() & has:
            seconds = self._seconds[first]
            for second in seconds.keys() & has:
                there = seconds[second]
                chosen = certain if second in sure and first in sure else perhaps
                if isinstance(there, Group):
                    chosen.append(there)
                else:
                    chosen += there
        return certain, perhaps


def _pairs(group: Group) -> Iterator[tuple[str, str]]:
    """Yield each word with each that is needed beside it; a word in both sets needs none."""
    both = set(group.keys).intersection(group.others)
    for first in group.keys:
        for second in group.others:
            if first not in both and second not in both:
                yield str(first), second
