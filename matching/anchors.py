"""The keys a plan waits under: every entry that it holds for has one of them where it has any."""

from __future__ import annotations

from dataclasses import dataclass

from matching.plan import All, Fact, Leaf, Never, Pair, Plan, Single, Some
from matching.terms import Pattern
from matching.tree import Name
from text import fold_key

_KEYED = (None, Name.TITLE, Name.TEXT, Name.TAG)  # the fields whose words are keys


@dataclass(frozen=True, slots=True)
class Anchors:
    """Keys one of which an entry has, or prefixes one of which a key of it begins with."""

    keys: tuple[str, ...]
    prefixes: tuple[str, ...] = ()

    def __add__(self, other: Anchors) -> Anchors:
        keys = tuple(dict.fromkeys(self.keys + other.keys))
        return Anchors(keys, tuple(dict.fromkeys(self.prefixes + other.prefixes)))

    def rarity(self) -> int:
        """Guess how rare the most common is: long words and pairs of characters are rarer."""
        weights = [len(key) * (1 if key.isascii() else 3) for key in self.keys]
        return min(weights + [len(prefix) - 1 for prefix in self.prefixes], default=0)


def anchors(asked: Plan, wanted: bool = True) -> Anchors | None:
    """Return where the plan (or its opposite) waits; None: it must be asked about every entry."""
    match asked:
        case Never(part):
            return anchors(part, not wanted)
        case All(parts) | Some(parts):
            found = [anchors(part, wanted) for part in parts]
            known = [each for each in found if each is not None]
            if isinstance(asked, All) is wanted:
                return max(known, key=Anchors.rarity, default=None)
            return _together(known) if len(known) == len(found) else None
        case _:
            return _single(asked) if wanted else None


def _single(asked: Single) -> Anchors | None:
    match asked:
        case Leaf():
            return _leaf(asked)
        case Pair(_, left, right, _):
            sets = [each for each in (_leaf(left), _leaf(right)) if each is not None]
            return max(sets, key=Anchors.rarity, default=None)
        case Fact(_, Name.FROM, value):
            name = fold_key(value).lstrip("@")
            return Anchors((name, f"@{name}"))
        case _:
            return None


def _together(found: list[Anchors]) -> Anchors:
    total = Anchors(())
    for each in found:
        total += each
    return total


def _leaf(leaf: Leaf) -> Anchors | None:
    if leaf.field not in _KEYED:
        return None
    others = [alias.pattern for named in leaf.named for alias in (*named.known.strong, *named.known.weak)]
    return _together([_pattern(each) for each in (*leaf.patterns, *others)])


def _pattern(pattern: Pattern) -> Anchors:
    return Anchors(pattern.heads(), (pattern.prefix,) if pattern.prefix else ())
