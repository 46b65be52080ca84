"""What a watch lets X search for: terms one of which stands in every post that it can hit.

A superset: X finds the posts, Hark judges them. Of an And its rarest part is asked, of an Or every part; what
is denied, scopes, distance, context and language stay with Hark. None means that no terms will do, and that
every post has to be read: regular expressions, beginnings of words, addresses, "everything".
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

from matching import facts
from matching.judge import Judge, Reading
from matching.names import Alias
from matching.plan import All, Always, Fact, Leaf, Never, Pair, Plan, Single, Some
from matching.spelled import runs_on, spelled, tagged
from matching.tree import Name
from model import Entry, Wants
from text import fold_key, width

Terms = frozenset[str] | None
"""Terms of X's search, nothing when no post can be a hit; None: every post may be one."""

_SEARCHED = (None, Name.TITLE, Name.TEXT, Name.TAG)  # what is asked of these stands in the post itself
_NOTHING: frozenset[str] = frozenset()
_REMEMBERED = 20_000  # leaves whose terms are kept


def pushed(asked: Plan, *, signs: bool = True) -> Terms:
    """Return terms one of which X finds in every post that hits `asked` by its text; None: there are none.

    What is asked of the author is left out: `wants_of` knows whose posts they are. `signs` as in `spelled`.
    """
    return _pushed(asked, True, "", signs)


def wants_of(asked: Plan, account: str, *, signs: bool = True) -> Wants:
    """Return what `asked` wants of an account of X (with or without "@"): no words at all when it can never
    hit a post of it, everything when the account itself is asked for and no words beside."""
    found = _pushed(asked, True, fold_key(account).strip().removeprefix("@"), signs)
    return Wants(full=True) if found is None else Wants(found)


def accounts_of(asked: Plan) -> frozenset[str] | None:
    """Return the only accounts, folded and without "@", whose posts `asked` can hit; None: those of any."""
    match asked:
        case Fact(_, Name.FROM, value):
            return frozenset({fold_key(value).strip().removeprefix("@")})
        case All(parts):
            some = [found for found in map(accounts_of, parts) if found is not None]
            return frozenset.intersection(*some) if some else None
        case Some(parts):
            sets = [accounts_of(part) for part in parts]
            known = [found for found in sets if found is not None]
            return frozenset().union(*known) if len(known) == len(sets) else None
        case _:
            return None


def _pushed(asked: Plan, wanted: bool, account: str, signs: bool) -> Terms:
    """Return the terms of a plan, or of its opposite when it is not `wanted`; `account` "": unknown."""
    match asked:
        case Never(part):
            return _pushed(part, not wanted, account, signs)
        case All(parts) | Some(parts):
            found = [_pushed(part, wanted, account, signs) for part in parts]
            return _rarest(found) if isinstance(asked, All) is wanted else _union(found)
        case _:
            certain = _decided(asked, account)
            if certain is None:
                return _single(asked, signs) if wanted else None
            return None if certain is wanted else _NOTHING


def _decided(asked: Single, account: str) -> bool | None:
    """Tell whether every post of an account satisfies `asked`, or none (False); None: it depends."""
    match asked:
        case Always(_, judged):
            return True if judged else None
        case Fact(term, Name.FROM, value) if account:
            return any(facts.reasons(term, Name.FROM, value, Entry(author=f"@{account}")))
        case Leaf(field=None) if account and not asked.patterns[0].exact:
            return True if asked.patterns[0].mention() == f"@{account}" else None
        case Leaf(field=Name.AUTHOR) if account:
            depends = asked.named or any(each.exact for each in asked.patterns)
            return None if depends else Judge(Reading(Entry(author=f"@{account}"))).holds(asked)
        case _:
            return None


def _single(asked: Single, signs: bool) -> Terms:
    match asked:
        case Leaf():
            return _leaf(asked, signs)
        case Pair(_, left, right, _):
            return _rarest([_leaf(left, signs), _leaf(right, signs)])
        case _:
            return None


@lru_cache(maxsize=_REMEMBERED)
def _leaf(leaf: Leaf, signs: bool) -> Terms:
    if leaf.field not in _SEARCHED:
        return None
    typed = leaf.term.removeprefix(f"{leaf.field}:")
    own = [(leaf.patterns[0], typed), *((each, "") for each in leaf.patterns[1:])]
    others = [(alias.pattern, alias.text) for alias in _aliases(leaf)]
    if leaf.field is Name.TAG:
        tags = [tagged(each, text) for each, text in own]
        return _union(tags + [tagged(each, text, known=True) for each, text in others]) or None
    found = [spelled(each, text, signs=signs) for each, text in own]
    return _union(found + [spelled(each, text, signs=signs, known=True) for each, text in others])


def _aliases(leaf: Leaf) -> Iterable[Alias]:
    for named in leaf.named:
        yield from named.known.strong
        yield from named.known.weak


def _union(sets: Sequence[Terms]) -> Terms:
    there = [terms for terms in sets if terms is not None]
    return without_covered(_NOTHING.union(*there)) if len(there) == len(sets) else None


def _rarest(sets: Iterable[Terms]) -> Terms:
    """Return the terms that few posts have, as far as their length tells; None when each part is None."""
    there = [terms for terms in sets if terms is not None]
    return min(there, key=lambda terms: (sum(map(_commonness, terms)), sorted(terms)), default=None)


def _commonness(term: str) -> float:
    return float(width(term) ** -2)


def without_covered(terms: frozenset[str]) -> frozenset[str]:
    """Return the terms, of one watch or of many, without those whose posts another one finds anyway."""
    words = {term for term in terms if term[0] not in '"#@$'}
    running = [word for word in words if all(map(runs_on, word))]
    return frozenset(term for term in terms if not _is_covered(term, words, running))


def _is_covered(term: str, words: set[str], running: Sequence[str]) -> bool:
    if term[0] in "#@$":
        return False
    phrase = term.strip('"').split() if term[0] == '"' else []
    return not words.isdisjoint(phrase) or any(word in term for word in running if word != term)
