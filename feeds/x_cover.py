"""Which accounts are asked for which words together: as few blocks as can be found. Pure.

A block is some accounts by some words, each of which is wanted of each of them. Its room is shared by both:
accounts with equal words make one table, cut where rows and columns fill a query best; or words with equal
accounts do, where accounts differ. What was asked before is kept when it costs no block more.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from text import width

Wanted = Mapping[str, frozenset[str]]
"""The words wanted of each account."""

_OR = len(" OR ")
_FROM = len("from:")
_TRIED = 4  # ways to cut a table that are worked out, those that look best
_SPARED = 60  # blocks of which it is tried whether the others have room for them
_FEW = (1, 2, 3, 5, 10)  # accounts with equal words that may be a table of their own


@dataclass(frozen=True, slots=True)
class Block:
    """Accounts and words of one query, both in order."""

    accounts: tuple[str, ...]
    words: tuple[str, ...]
    size: int = field(init=False, compare=False, default=0)  # how much of a query they take

    def __post_init__(self) -> None:
        size = sum(map(account_size, self.accounts)) + sum(map(word_size, self.words))
        object.__setattr__(self, "size", size)


def account_size(account: str) -> int:
    """Return how much of a query an account takes."""
    return _FROM + len(account) + _OR


def word_size(word: str) -> int:
    """Return how much of a query a word takes, where a wide character counts twice."""
    return width(word) + _OR


def cover(wanted: Wanted, room: int, before: Sequence[Block] = ()) -> list[Block]:
    """Return blocks that hold each wanted pair of account and word, and no other pair; each fits in `room`.

    Every word fits beside every account that wants it. Blocks of `before` are kept when that adds none.
    """
    fresh = [block for part in _parts(wanted) for block in _fewest(part, room)]
    if not before:
        return sorted(fresh, key=_order)
    kept = _kept(wanted, room, before)
    left = _uncovered(wanted, kept)
    kept += [block for part in _parts(left) for block in _fewest(part, room)]
    return sorted(kept if len(kept) <= len(fresh) else fresh, key=_order)


def packed(sizes: Mapping[str, int], room: int) -> list[tuple[str, ...]]:
    """Return the keys of `sizes` in few bins of `room`: the largest first, where it fits best.

    Best-fit decreasing: at most 11/9 of the fewest bins and one. Raises ValueError for what is too big.
    """
    bins: list[list[str]] = []
    free: list[tuple[int, int]] = []  # room left in each bin, with its number, in ascending order
    for key in sorted(sizes, key=lambda key: (-sizes[key], key)):
        if sizes[key] > room:
            raise ValueError(key)
        at = bisect_left(free, (sizes[key], 0))
        left, number = free.pop(at) if at < len(free) else (room, len(bins))
        if number == len(bins):
            bins.append([])
        bins[number].append(key)
        insort(free, (left - sizes[key], number))
    return [tuple(sorted(each)) for each in bins]


def _order(block: Block) -> tuple[tuple[str, ...], tuple[str, ...]]:
    return block.accounts, block.words


def _parts(wanted: Wanted) -> Iterator[Wanted]:
    """Yield what has no word in common with the rest."""
    holders = _holders(wanted)
    left = {account: None for account in sorted(wanted) if wanted[account]}
    while left:
        found: dict[str, None] = {}
        todo = [next(iter(left))]
        while todo:
            account = todo.pop()
            if account in left:
                del left[account]
                found[account] = None
                todo += [other for word in wanted[account] for other in holders.pop(word, ())]
        yield {account: wanted[account] for account in sorted(found)}


def _holders(wanted: Wanted) -> dict[str, list[str]]:
    """Return the accounts that want each word."""
    found: dict[str, list[str]] = {}
    for account in sorted(wanted):
        for word in sorted(wanted[account]):
            found.setdefault(word, []).append(account)
    return found


def _fewest(wanted: Wanted, room: int) -> list[Block]:
    """Return the fewest blocks found: large groups of accounts with equal words as tables, others by word."""
    groups: dict[frozenset[str], list[str]] = {}
    for account in sorted(wanted):
        groups.setdefault(wanted[account], []).append(account)
    heights = sorted({len(accounts) for accounts in groups.values()})
    least = {next((height for height in heights if height >= few), heights[-1] + 1) for few in _FEW}
    if len(groups) > 1:
        least.add(heights[-1] + 1)  # no table at all: each word with all who want it
    return _fewer(wanted, min((_mixed(groups, few, room) for few in sorted(least)), key=len), room)


def _mixed(groups: Mapping[frozenset[str], list[str]], few: int, room: int) -> list[Block]:
    """Return blocks: one table for `few` accounts or more with equal words, of the rest one for each word."""
    blocks: list[Block] = []
    rest: dict[str, frozenset[str]] = {}
    for words, accounts in groups.items():
        if len(accounts) >= few:
            blocks += _table(accounts, words, room)
        else:
            rest |= dict.fromkeys(accounts, words)
    columns: dict[tuple[str, ...], list[str]] = {}
    for word, holders in _holders(rest).items():
        columns.setdefault(tuple(holders), []).append(word)
    for together, equal in columns.items():
        blocks += _table(together, equal, room)
    return blocks


def _table(accounts: Sequence[str], words: Iterable[str], room: int) -> list[Block]:
    """Return a table cut into blocks: as many stripes of accounts as make the fewest blocks."""
    rows = {account: account_size(account) for account in accounts}
    columns = {word: word_size(word) for word in words}
    high, wide = sum(rows.values()), sum(columns.values())
    lowest, most = max(rows.values()), room - max(columns.values())

    def guessed(stripes: int) -> float:
        height = max(lowest, high / stripes)
        return stripes * max(1.0, wide / (room - height)) if height <= most else float("inf")

    stripes = sorted(range(1, len(rows) + 1), key=lambda count: (guessed(count), count))[:_TRIED]
    return min((_cut(rows, columns, count, room) for count in stripes), key=len)


def _cut(rows: Mapping[str, int], columns: Mapping[str, int], stripes: int, room: int) -> list[Block]:
    """Return a table cut into so many stripes, if they can be, each with its columns packed beside it."""
    low, most = max(rows.values()), room - max(columns.values())
    high = most
    while low < high:
        middle = (low + high) // 2
        if len(packed(rows, middle)) <= stripes:
            high = middle
        else:
            low = middle + 1
    found = []
    for accounts in packed(rows, high):
        left = room - sum(rows[account] for account in accounts)
        found += [Block(accounts, words) for words in packed(columns, left)]
    return found


def _kept(wanted: Wanted, room: int, before: Iterable[Block]) -> list[Block]:
    """Return what is still wanted of blocks, with new words and accounts where there is room for them."""
    kept = []
    for block in before:
        accounts = [account for account in block.accounts if wanted.get(account)]
        words = [word for word in block.words if all(word in wanted[account] for account in accounts)]
        if accounts and words and (there := Block(tuple(accounts), tuple(words))).size <= room:
            kept.append(there)
    left = {account: set(words) for account, words in _uncovered(wanted, kept).items()}
    wider = [_wider(block, wanted, left, room) for block in kept]
    return [_higher(block, wanted, left, room) for block in wider]


def _wider(block: Block, wanted: Wanted, left: dict[str, set[str]], room: int) -> Block:
    """Return a block with words that are left of its accounts, where they fit; strikes them out of `left`."""
    words, free = list(block.words), room - block.size
    new = {word for account in block.accounts for word in left.get(account, ())}
    for word in sorted(new, key=lambda word: (word_size(word), word)):
        if word_size(word) <= free and all(word in wanted[account] for account in block.accounts):
            words.append(word)
            free -= word_size(word)
    return _struck(Block(block.accounts, tuple(sorted(words))), left)


def _higher(block: Block, wanted: Wanted, left: dict[str, set[str]], room: int) -> Block:
    """Return a block with accounts of which its words are left, where they fit; strikes these out."""
    accounts, free = list(block.accounts), room - block.size
    for account in sorted(left):
        helps = account not in accounts and not left[account].isdisjoint(block.words)
        if helps and account_size(account) <= free and wanted[account].issuperset(block.words):
            accounts.append(account)
            free -= account_size(account)
    return _struck(Block(tuple(sorted(accounts)), block.words), left)


def _struck(block: Block, left: dict[str, set[str]]) -> Block:
    for account in block.accounts:
        if account in left:
            left[account].difference_update(block.words)
    return block


def _fewer(wanted: Wanted, blocks: Sequence[Block], room: int) -> list[Block]:
    """Return blocks without those whose pairs others have room for, the smallest tried first."""
    there = list(blocks)
    smallest = sorted(blocks, key=lambda block: (len(block.accounts) * len(block.words), _order(block)))
    for block in smallest[:_SPARED]:
        others = [other for other in there if other != block]
        if len(others) == len(there):
            continue  # it has taken in others' pairs
        left = {account: set(block.words) for account in block.accounts}
        for other in others:
            _struck(other, left)
        for grown in (_wider, _higher):
            others = [
                grown(other, wanted, left, room) if _touches(other, left, room) else other for other in others
            ]
        if not any(left.values()):
            there = others
    return there


def _touches(block: Block, left: Mapping[str, set[str]], room: int) -> bool:
    """Tell whether a block may take in something that is left."""
    return block.size < room and any(
        words and (account in block.accounts or not words.isdisjoint(block.words))
        for account, words in left.items()
    )


def _uncovered(wanted: Wanted, blocks: Iterable[Block]) -> dict[str, frozenset[str]]:
    left = {account: set(words) for account, words in wanted.items()}
    for block in blocks:
        for account in block.accounts:
            left[account] -= set(block.words)
    return {account: frozenset(words) for account, words in left.items() if words}
