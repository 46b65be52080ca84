"""At which keys a watch waits, and what an entry that has one of them still needs to be a hit.

Most queries need so little that nothing of them has to be read again for an entry: the words to wait at, and
words that must, or must not, be there as well. Only what is left over is asked by its sketch.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from itertools import chain

from matching.anchors import Weight, anchors, lightest, options
from matching.keys import Key, is_plain, number
from matching.plan import All, Leaf, Plan
from matching.quick import Either, Has, Meeting, Opposite, Running, Sketch
from matching.sketches import sketch


class Rule(IntEnum):
    """What an entry that has one of the keys needs to be a hit. Numbers are stored: never reused."""

    HIT = 0  # no more
    WITH = 1  # one of the other words
    WITHOUT = 2  # none of the other words
    STANDS = 3  # all the other texts, in its running text
    LACKS = 4  # the first of the other texts in its running text, and none of the rest
    ANY = 5  # one of the other texts in its running text
    ASK = 6  # what only the query itself can say, and one of the other words if there are any


@dataclass(frozen=True, slots=True)
class Wait:
    """Where a watch waits, and for what."""

    keys: tuple[Key, ...]  # (): it must be asked about every entry
    rule: Rule
    others: tuple[str, ...] = ()
    wary: bool = False  # certain only where no character is written in traditional script only

    def stored(self) -> str:
        """Return it as one line of JSON."""
        row = [int(self.rule), int(self.wary), self.keys, self.others]
        return json.dumps(row, ensure_ascii=False, separators=(",", ":"))


def from_stored(line: str) -> Wait:
    """Return what `Wait.stored` made a line of."""
    rule, wary, keys, others = json.loads(line)
    return Wait(tuple(keys), _RULES[rule], tuple(others), bool(wary))


_RULES = list(Rule)


def wait(asked: Plan, weight: Weight) -> Wait:
    """Return where a plan waits and for what; `weight` tells how much work a key makes."""
    small = sketch(asked)
    if keys := certain_keys(small):
        return Wait(keys, Rule.HIT, wary=_is_wary(small))
    parts = [sketch(part) for part in asked.parts] if isinstance(asked, All) else [small]
    found = _of_any(small, weight) or _of_runs(parts, weight) or _of_words(parts, weight)
    return found or Wait(anchors(asked, weight), Rule.ASK, _gate(asked, weight))


def certain_keys(small: Sketch) -> tuple[Key, ...]:
    """Return the keys of which an entry needs one to satisfy the sketch, and no more; else nothing."""
    match small:
        case Has(words):
            return words
        case Meeting():
            return small.keys()
        case Running(text) if len(text) < 4 and _is_sure(small):
            return (text if len(text) == 1 else number(text),)
        case Either(parts):
            found = [certain_keys(part) for part in parts]
            return tuple(dict.fromkeys(key for keys in found for key in keys)) if all(found) else ()
        case _:
            return ()


def _is_sure(run: Running) -> bool:
    """Tell whether running text is there wherever it stands in text without traditional characters."""
    return is_plain(run.text) and (not run.han or (run.simple and run.han == run.text))


def _is_wary(small: Sketch) -> bool:
    if isinstance(small, Either):
        return any(map(_is_wary, small.parts))
    return isinstance(small, Running) and bool(small.han)


def _of_words(parts: Sequence[Sketch], weight: Weight) -> Wait | None:
    """Return how a word waits that stands beside another, or without."""
    if len(parts) != 2:
        return None
    wanted = [keys for each in parts if (keys := _words(each))]
    unwanted = [keys for each in parts if isinstance(each, Opposite) and (keys := _words(each.part))]
    if len(wanted) == 2:
        chosen = lightest(map(frozenset[Key], wanted), weight)
        return Wait(tuple(chosen), Rule.WITH, wanted[chosen == frozenset(wanted[0])])
    return Wait(wanted[0], Rule.WITHOUT, unwanted[0]) if wanted and unwanted else None


def _words(small: Sketch) -> tuple[str, ...]:
    """Return the words of which an entry needs one to satisfy the sketch, and no more; else nothing."""
    keys = certain_keys(small)
    words = tuple(key for key in keys if isinstance(key, str) and _is_word(key))
    return words if len(words) == len(keys) else ()


def _of_any(small: Sketch, weight: Weight) -> Wait | None:
    """Return how running text waits any of which will do."""
    parts = small.parts if isinstance(small, Either) else ()
    runs = [each for each in parts if isinstance(each, Running) and _is_sure(each)]
    if not runs or len(runs) < len(parts):
        return None
    keys = dict.fromkeys(_lightest_of([each], weight) for each in runs)
    return Wait(tuple(keys), Rule.ANY, tuple(each.text for each in runs), any(each.han for each in runs))


def _of_runs(parts: Sequence[Sketch], weight: Weight) -> Wait | None:
    """Return how running text waits: at three of its characters; beside other running text, or without."""
    wanted = [each for each in parts if isinstance(each, Running)]
    nots = [each.part for each in parts if isinstance(each, Opposite)]
    unwanted = [each for each in nots if isinstance(each, Running)]
    if not wanted or len(wanted) + len(unwanted) < len(parts) or not all(map(_is_sure, wanted + unwanted)):
        return None
    if unwanted and len(wanted) > 1:
        return None
    key = _lightest_of(wanted, weight)
    wary = any(each.han for each in wanted + unwanted)
    if unwanted:
        return Wait((key,), Rule.LACKS, (wanted[0].text, *(each.text for each in unwanted)), wary)
    others = tuple(each.text for each in wanted if key not in certain_keys(each))
    return Wait((key,), Rule.STANDS if others else Rule.HIT, others, wary)


def _lightest_of(wanted: Sequence[Running], weight: Weight) -> Key:
    """Return the best of all stretches of three characters; of shorter text the whole."""
    texts = [each.text for each in wanted]
    rows = [text[at : at + 3] for text in texts for at in range(max(1, len(text) - 2))]
    return min((row if len(row) == 1 else number(row) for row in rows), key=weight)


def _gate(asked: Plan, weight: Weight) -> tuple[str, ...]:
    """Return words of which every hit has one beside the keys it waits at, () for none."""
    if isinstance(asked, All):
        sets = [frozenset(keys) for part in asked.parts if (keys := anchors(part, weight))]
        return _second(sets, weight)
    if not isinstance(asked, Leaf) or asked.named or asked.patterns[0].mention():
        return ()
    gates = [_second(list(options(each)), weight) for each in asked.patterns]
    return tuple(dict.fromkeys(chain(*gates))) if all(gates) else ()


def _second(sets: Sequence[frozenset[Key]], weight: Weight) -> tuple[str, ...]:
    """Return the best of the sets beside the best, if it is of words."""
    first = lightest(sets, weight)
    rest = [keys for keys in sets if keys != first and all(map(_is_word, keys))]
    return tuple(map(str, lightest(rest, weight)))


def _is_word(key: Key) -> bool:
    """Tell whether a key is a word, or two that meet: what an entry certainly or perhaps has."""
    return isinstance(key, str) and len(key) > 1 and key[0] != "/" and key[-1] != "*"
