"""How few queries X is asked, beside a bound that no packing can beat.

    python -m bench.x_packing [worlds]

Prints the table of cases with 50 accounts, then random worlds: shared accounts that every watch wants, and
accounts that some chats follow for themselves.
"""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Iterator, Mapping
from math import ceil

from feeds.x_cover import Wanted, account_size, cover, word_size

ROOM = 491  # of a query of 500 characters, for accounts and words
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


def bound(wanted: Wanted, room: int) -> int:
    """Return a number of queries that is never too high.

    Each pair of account and word weighs its area (of its sizes in a query) by the largest area of a query
    that can hold it, so that no query's pairs weigh more than one. Pairs that must all be apart count too.
    """
    holders: dict[str, set[str]] = {}
    for account, words in wanted.items():
        for word in words:
            holders.setdefault(word, set()).add(account)
    wide = {account: sum(map(word_size, words)) for account, words in wanted.items()}
    high = {word: sum(map(account_size, found)) for word, found in holders.items()}
    weight = sum(
        account_size(account) * word_size(word) / _largest(high[word], wide[account], room)
        for account, words in wanted.items()
        for word in words
    )
    return max(ceil(weight - 1e-6), len(_apart(wanted, holders)))


def _largest(high: int, wide: int, room: int) -> int:
    """Return the largest area of a query whose accounts and words are no more than these."""
    if high + wide <= room:
        return high * wide
    accounts = min(high, max(room // 2, room - wide))
    return accounts * min(wide, room - accounts)


def _apart(wanted: Wanted, holders: Mapping[str, set[str]]) -> list[tuple[str, str]]:
    """Return pairs of account and word no two of which may be in one query, those wanted by few first."""
    found: list[tuple[str, str]] = []
    pairs = (
        (len(words) * len(holders[word]), account, word)
        for account, words in wanted.items()
        for word in words
    )
    for _, account, word in sorted(pairs):
        if all(word not in wanted[other] or theirs not in wanted[account] for other, theirs in found):
            found.append((account, word))
    return found


def world(seed: int) -> Wanted:
    """Return what some chats want: all of shared accounts, and each of accounts of its own."""
    chance = random.Random(seed)
    accounts = [_name(chance, 4, 15) for _ in range(chance.randint(2, 120))]
    shared = chance.sample(
        accounts, chance.choice([0, 2, min(10, len(accounts)), len(accounts) // 2, len(accounts)])
    )
    wanted: dict[str, set[str]] = {}
    for _ in range(chance.randint(1, 30)):
        words = {term for _ in range(chance.randint(1, 5)) for term in _terms(chance)}
        own = chance.sample(accounts, min(len(accounts), chance.choice([0, 0, 1, 3, 8])))
        for account in {*shared, *own}:
            wanted.setdefault(account, set()).update(words)
    return {account: frozenset(words) for account, words in wanted.items()}


def _terms(chance: random.Random) -> Iterator[str]:
    """Yield the forms of one word."""
    name = _name(chance, 3, 12)
    yield from (f"{sign}{name}" for sign in chance.choice([("",), ("", "#"), ("", "#", "@", "$")]))
    if chance.random() < 0.3:
        yield "".join(chance.choices("赵长鹏币安比特以太坊马斯克", k=3))
    if chance.random() < 0.3:
        yield f'"{name} {_name(chance, 3, 9)}"'


def _name(chance: random.Random, shortest: int, longest: int) -> str:
    return "".join(chance.choices(_LETTERS, k=chance.randint(shortest, longest)))


def fifty(words: int) -> Wanted:
    """Return fifty accounts of 11 letters, each with the same words of 8 letters."""
    asked = frozenset(f"word{number:04}" for number in range(words))
    return {f"account{number:04}": asked for number in range(50)}


def main(worlds: int) -> None:
    """Print the figures."""
    for words in (1, 5, 20, 50, 100, 300):
        queries = len(cover(fifty(words), ROOM))
        print(f"50 accounts, {words:>3} words: {queries:>3} queries, bound {bound(fifty(words), ROOM):>3}")
    ratios, spent, queries, least = [], 0.0, 0, 0
    for seed in range(worlds):
        wanted = world(seed)
        if not wanted:
            continue
        begun = time.perf_counter()
        found = len(cover(wanted, ROOM))
        spent = max(spent, time.perf_counter() - begun)
        lowest = bound(wanted, ROOM)
        ratios.append(found / lowest)
        queries, least = queries + found, least + lowest
    ratios.sort()
    print(
        f"{len(ratios)} random worlds: {queries} queries, bound {least} ({queries / least:.2f}); "
        f"median {ratios[len(ratios) // 2]:.2f}, 9 in 10 up to {ratios[len(ratios) * 9 // 10]:.2f}, "
        f"worst {ratios[-1]:.2f}; slowest {spent * 1000:.0f} ms"
    )


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 200)
