"""By which other names a query finds, as a few that a person can switch off; whom own names concern."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from matching.choice import Choice
from matching.names import Alias, Named, Names
from matching.plan import All, Leaf, Never, Pair, Plan, Some, plan, wanted
from matching.scripts import other_script
from matching.tree import Query

_SINGLE = ("en", "zh")  # languages whose doubtful names each have a switch of their own
_LANGUAGES = ("en", "zh", "ja", "ko", "ru", "ar", "es", "it")  # in the order shown


@dataclass(frozen=True, slots=True)
class Other:
    """Names that are switched off together; a query finds by them as well."""

    text: str  # the first of them
    keys: tuple[str, ...]  # `name_key` of each; the first one never changes
    near: str = ""  # they count only beside such a word; "" when they count alone
    own: bool = False  # the chat gave it


def others(query: Query, names: Names, language: str = "en") -> tuple[Other, ...]:
    """Return by which other names `query` finds, those of `language` first; never the words typed.

    Names of somebody in one language are one, but for the doubtful ones of the first languages and a chat's
    own. Of somebody who may be meant or not, all names are one.
    """
    leaves = list(_leaves(wanted(plan(query, names))))
    typed = {"".join(each.units) for leaf in leaves for each in leaf.patterns}
    everybody = [named for leaf in leaves for named in leaf.named]
    people = sorted(everybody, key=lambda named: not named.known.row)  # what the chat says goes first
    certain = {named.known.id for named in people if named.certain}
    found: list[Other] = []
    for named in people:
        if named.certain or named.known.id not in certain:
            theirs = list(_of(named, typed, language[:2]))
            typed.update(key for other in theirs for key in other.keys)
            found += theirs
    return tuple(found)


def scripts(query: Query) -> tuple[str, ...]:
    """Return the other form, simplified or traditional, of the Chinese words in `query`."""
    words = [
        leaf.term.rpartition(":")[2].strip('#"*')
        for leaf in _leaves(wanted(plan(query)))
        if not leaf.patterns[0].exact
    ]
    return tuple(dict.fromkeys(form for form in map(other_script, words) if form and form not in words))


def concerned(query: Query, rows: Sequence[tuple[str, ...]], names: Names) -> tuple[tuple[str, ...], ...]:
    """Return those of a chat's own `rows` that change what `query` finds; `names` are those of the table."""
    if not rows:
        return ()
    asked = plan(query, names.chosen(Choice(own=tuple(rows))))
    found = {named.known.row for leaf in _leaves([asked]) for named in leaf.named}
    return tuple(row for row in rows if row in found)


def _leaves(asked: Iterable[Plan]) -> Iterator[Leaf]:
    for each in asked:
        match each:
            case All(parts) | Some(parts):
                yield from _leaves(parts)
            case Never(part):
                yield from _leaves((part,))
            case Pair(_, left, right):
                yield from (left, right)
            case Leaf():
                yield each


def _of(named: Named, typed: set[str], language: str) -> Iterator[Other]:
    known = named.known
    near = next(iter(known.near), "")
    strong = [alias for alias in known.strong if alias.key not in typed]
    weak = [alias for alias in known.weak if alias.key not in typed]
    if known.row:
        keys = dict.fromkeys((alias.key, alias.text) for alias in strong)
        yield from (Other(text, (key,), own=True) for key, text in keys)
    elif not named.certain:
        yield from _together([*strong, *weak], near)
    else:
        for family in sorted(_LANGUAGES, key=lambda each: each != language):
            yield from _of_language(family, strong, weak, near)


def _of_language(family: str, strong: Sequence[Alias], weak: Sequence[Alias], near: str) -> Iterator[Other]:
    certain = [alias for alias in strong if alias.language[:2] == family]
    doubtful = [alias for alias in weak if alias.language[:2] == family]
    if family not in _SINGLE:
        yield from _together([*certain, *doubtful], "" if certain else near)
        return
    yield from _together(certain, "")
    if family == _SINGLE[0]:
        for alias in (each for each in strong if not each.language):
            yield from _together([alias], "")
        doubtful += [alias for alias in weak if not alias.language]
    for alias in doubtful:
        yield from _together([alias], near)


def _together(aliases: Sequence[Alias], near: str) -> Iterator[Other]:
    if aliases:
        keys = tuple(dict.fromkeys(alias.key for alias in aliases))
        yield Other(aliases[0].text, keys, near)
