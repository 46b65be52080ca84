"""Words that many entries of one kind say, and hardly any other: what tells a group of them apart."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from operator import add

from matching.names import Names
from matching.plan import All, Leaf, Never, Pair, Plan, Some, plan
from matching.terms import Pattern
from matching.tree import Query
from model import Entry
from text import fold_key, is_spaceless

_READ = 80  # entries of each kind that are read
_FEWEST = 20  # others that must be known, or a word that everybody uses could not be told
_FEW = 8  # entries, among which a word that several say is chance
_LEAST, _MOST = 0.15, 0.8  # of the entries: said by many, not by nearly all
_USUAL = 0.05  # of the others: a word of every day
_TIMES = 3.0  # as often as elsewhere
_OFFERED = 3
_SOME = 10  # words, or characters of running text, that show in which script a text is
_NEARLY = 0.8  # of the places: what stands beside a stretch there belongs to it
_BOUND = 1.3  # times as often as the stretch: a character belongs to its neighbour outside of it
_LONGEST = 6  # characters of a stretch
_WORD = re.compile(r"(?<![\w'])[^\W\d_\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u9fff]{3,}(?!\w)")
_HAN = re.compile(r"[\u3400-\u9fff]")
_BETWEEN = "的了是在和与也就都而及"  # part words wherever they stand
_PARTICLES = _BETWEEN + "有不为对等这那一个其之以于上中下将被从到他她它们我你会能可要"
_STRETCH = re.compile(rf"[^\W{_PARTICLES}]{{2}}")


def own_words(query: Query, names: Names | None) -> frozenset[str]:
    """Return the words that a query speaks of, negated or not, and all other names of whom it names."""
    return frozenset(unit for each in _patterns(plan(query, names)) for unit in _texts(each))


def _patterns(asked: Plan) -> Iterator[Pattern]:
    match asked:
        case All(parts) | Some(parts):
            for part in parts:
                yield from _patterns(part)
        case Never(part):
            yield from _patterns(part)
        case Pair(_, left, right, _):
            yield from _patterns(All((left, right)))
        case Leaf():
            yield from asked.patterns
            for named in asked.named:
                yield from (alias.pattern for alias in (*named.known.strong, *named.known.weak))


def _texts(each: Pattern) -> Iterator[str]:
    """Yield the words of a pattern, the whole as one word, running text in one piece."""
    yield from (unit for unit in each.units if not is_spaceless(unit))
    yield "".join(each.units)


def typical_words(entries: Sequence[Entry], others: Sequence[Entry], own: frozenset[str]) -> list[str]:
    """Return a few words, the most frequent first, that tell many of `entries` apart from the rest.

    Words of `own`, and what begins as they do, are no such words; nor is any while few entries are known.
    """
    if len(entries) < _FEW:
        return []
    here, there = (list(map(folded_text, some[:_READ])) for some in (entries, others))
    found = [
        (count, word)
        for word, count in _telling(list(map(said_words, here)), list(map(said_words, there)))
        if not belongs(word, own)
    ]
    running = [without(text, own) for text in here]
    stretches = Stretches(running)
    pairs = _telling(list(map(character_pairs, running)), list(map(character_pairs, there)))
    whole = [(pair, count) for pair, count in pairs if stretches.is_whole(pair[0], pair[1], count)]
    best = sorted(whole, key=lambda each: (-each[1], each[0]))[: 2 * _OFFERED]
    found += [(count, stretches.grown(pair)) for pair, count in best]
    ranked = sorted(found, key=lambda each: (-each[0], each[1]))
    return list(dict.fromkeys(word for _, word in ranked))[:_OFFERED]


def folded_text(entry: Entry) -> str:
    """Return title and text of an entry as words are compared."""
    return fold_key(f"{entry.title}\n{entry.text}")


def said_words(folded: str) -> set[str]:
    """Return the words of a folded text in scripts that put blanks between them."""
    return set(_WORD.findall(folded))


def character_pairs(folded: str) -> set[str]:
    """Return each two characters of Chinese that stand side by side, and pairs that are something else."""
    return set(map(add, folded, folded[1:])) if _HAN.search(folded) else set()


def _telling(here: Sequence[set[str]], there: Sequence[set[str]]) -> list[tuple[str, int]]:
    """Return what many here say and hardly any there, where there are enough that say something."""
    there = [said for said in there if len(said) >= _SOME]
    if len(there) < _FEWEST:
        return []
    counts = Counter(word for said in here for word in said)
    many = {word: count for word, count in counts.items() if count > 1 and _is_many(count, len(here))}
    usual = Counter(word for said in there for word in said if word in many)
    return [
        (word, count)
        for word, count in many.items()
        if _is_unusual(count / len(here), usual[word] / len(there)) and is_word(word)
    ]


def _is_many(count: int, of: int) -> bool:
    return _LEAST * of <= count <= _MOST * of


def _is_unusual(share: float, elsewhere: float) -> bool:
    return elsewhere <= _USUAL and share >= _TIMES * elsewhere


def is_word(word: str) -> bool:
    """Tell whether two characters, or more letters, may be a word for themselves."""
    return len(word) > 2 or (_STRETCH.fullmatch(word) is not None and len(_HAN.findall(word)) == 2)


def belongs(word: str, own: Iterable[str]) -> bool:
    """Tell whether a word is one of `own`, or begins as one does."""
    return any(word == each or (len(each) > 3 and word.startswith(each)) for each in own)


def without(folded: str, own: Iterable[str]) -> str:
    """Return a folded text with blanks where words of `own` stand that are written without any around."""
    for each in own:
        if is_spaceless(each[0]):
            folded = folded.replace(each, " ")
    return folded


class Stretches:
    """How often two characters stand side by side: what belongs together does so more often than not."""

    def __init__(self, texts: Sequence[str]) -> None:
        """Count in folded texts."""
        self._texts = texts
        self._before: dict[str, int] = {}  # by a character: in how many texts it follows its usual neighbour
        self._after: dict[str, int] = {}
        for pair, count in Counter(
            pair for text in texts for pair in character_pairs(text) if _is_han(pair)
        ).items():
            self._before[pair[1]] = max(count, self._before.get(pair[1], 0))
            self._after[pair[0]] = max(count, self._after.get(pair[0], 0))

    def is_whole(self, first: str, last: str, count: int) -> bool:
        """Tell whether a stretch is not the end of one word and the beginning of another."""
        return max(self._before.get(first, 0), self._after.get(last, 0)) <= _BOUND * count

    def grown(self, pair: str) -> str:
        """Return the word that two characters are nearly always a part of."""
        word = pair
        while len(word) < _LONGEST:
            beside = Counter[str]()
            places = 0
            for text in self._texts:
                at = text.find(word)
                if at >= 0:
                    places += 1
                    beside.update({text[at - 1 : at] + word, text[at : at + len(word) + 1]} - {word})
            longer = next(
                (each for each, count in beside.most_common(4) if self._fits(each, count, places)), ""
            )
            if not longer:
                break
            word = longer
        return word

    def _fits(self, longer: str, count: int, places: int) -> bool:
        if count < _NEARLY * places or not _is_han(longer) or {longer[0], longer[-1]} & set(_BETWEEN):
            return False
        return self.is_whole(longer[0], longer[-1], count)


def _is_han(text: str) -> bool:
    return all(map(_HAN.match, text))
