"""How often a watch is right: precision and recall over real items that were marked by hand.

    python -m bench.quality [--verbose]

Items of the real feeds beside the repository, in 18 languages, were read against queries as people type them
(`_marked.py`); a mark says whether the item is meant. How to read the line:

- `precision`: of the items that were found, how many are meant. `recall`: of those meant, how many were
  found. Both are counted over all marks; `worst_query` is the one with the most errors.
- `hark` is the index with the built-in names. `substring`, `whole_word` and `re` do what other bots do
  with the same words: the words anywhere, the words between word boundaries, the words in a row with
  anything between them (`.*?`), all of them ignoring case. They are given Hark's OR and NOT, which those
  bots lack; two words side by side are one text to look for.
- `--verbose` lists every item on which Hark and the mark differ.

No network. Without the feeds it says so in a line and does nothing.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from bench._marked import QUERIES, Marked, NotThere, marked
from matching.aliases import Table
from matching.index import WatchIndex
from matching.names import Names
from matching.query import parse
from matching.tree import And, Everything, In, Not, Or, Query, Regex, Word, terms
from model import Entry

_LIMITS = {"precision": 0.99, "recall": 0.99}

Finds = Callable[[Entry], set[str]]
"""Returns the ids of the queries that an entry hits."""


@dataclass(slots=True)
class _Score:
    right: int = 0
    wrong: list[tuple[str, Marked]] = field(default_factory=list)  # found and not meant
    missed: list[tuple[str, Marked]] = field(default_factory=list)  # meant and not found

    def told(self) -> dict[str, float | int | str]:
        errors = Counter(query for query, _ in (*self.wrong, *self.missed))
        worst = errors.most_common(1)
        return {
            "precision": round(self.right / max(1, self.right + len(self.wrong)), 4),
            "recall": round(self.right / max(1, self.right + len(self.missed)), 4),
            "wrong": len(self.wrong),
            "missed": len(self.missed),
            "worst_query": QUERIES[worst[0][0]] if worst else "",
        }


def _score(items: Sequence[Marked], finds: Finds) -> _Score:
    score = _Score()
    for item in items:
        found = finds(item.entry)
        for query, meant in item.marks.items():
            if meant and query in found:
                score.right += 1
            elif meant:
                score.missed.append((query, item))
            elif query in found:
                score.wrong.append((query, item))
    return score


def _hark() -> Finds:
    names = list(QUERIES)
    index = WatchIndex(Names(Table.load()))
    for number, query in enumerate(QUERIES.values()):
        index.add(number, parse(query))
    return lambda entry: {names[hit.watch_id] for hit in index.match(entry)}


def _peer(pattern: Callable[[str], str]) -> Finds:
    """Return a bot that looks for `pattern(words)` of each term."""
    trees = {name: parse(query) for name, query in QUERIES.items()}
    return lambda entry: {name for name, tree in trees.items() if _holds(tree, _said(entry), pattern)}


def _said(entry: Entry) -> str:
    return "\n".join((entry.title, entry.text, *entry.tags))


def _holds(query: Query, said: str, pattern: Callable[[str], str]) -> bool:
    match query:
        case And(parts) if not all(isinstance(part, Word) for part in parts):
            found = all(_holds(part, said, pattern) for part in parts)
        case Or(parts):
            found = any(_holds(part, said, pattern) for part in parts)
        case Not(part):
            found = not _holds(part, said, pattern)
        case In(_, part):
            found = _holds(part, said, pattern)
        case _:  # a term, or words side by side: what such a bot is told to look for
            words = " ".join(term.text for term in terms(query) if not isinstance(term, Regex | Everything))
            found = re.search(pattern(words), said, re.IGNORECASE | re.DOTALL) is not None
    return found


_PEERS: dict[str, Callable[[str], str]] = {
    "substring": re.escape,
    "whole_word": lambda words: rf"\b{re.escape(words)}\b",
    "re": lambda words: ".*?".join(map(re.escape, words.split())),
}


def _differences(score: _Score) -> Iterator[str]:
    for what, pairs in (("found, not meant", score.wrong), ("meant, not found", score.missed)):
        for query, item in sorted(pairs, key=lambda pair: (pair[0], pair[1].name)):
            yield f"{what}: {QUERIES[query]}  {item.name}  {item.entry.title[:60]}"


def main() -> None:
    """Print the line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--verbose", action="store_true", help="list every item on which Hark is not as marked"
    )
    verbose = parser.parse_args().verbose
    try:
        items = marked()
    except NotThere as missing:
        print(json.dumps({"bench": "quality", "skipped": str(missing)}))
        return
    hark = _score(items, _hark())
    if verbose:
        print(*_differences(hark), sep="\n")
    line = {
        "bench": "quality",
        "queries": len(QUERIES),
        "items": len(items),
        "marks": sum(len(item.marks) for item in items),
        "hits": sum(meant for item in items for meant in item.marks.values()),
        "hark": hark.told(),
        "peers": {name: _score(items, _peer(pattern)).told() for name, pattern in _PEERS.items()},
        "limits": _LIMITS,
    }
    print(json.dumps(line, ensure_ascii=False))


if __name__ == "__main__":
    main()
