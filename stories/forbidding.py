"""What forbids that two items tell one story, whatever they share."""

from __future__ import annotations

from datetime import timedelta

from stories.likeness import Fresh
from stories.terms import terms_of
from stories.window import Kept

_ANOTHER_DAY = timedelta(hours=12)
_COUNTED = frozenset(
    terms_of(
        "dead death deaths killed kills toll injured wounded missing morti morto vittime feriti dispersi"
        " muertos fallecidos heridos desaparecidos погибших погибли жертв раненых قتلى قتيلا جرحى ضحايا"
        " 死亡 遇难 受伤 伤亡 失联 死者 負傷 不明 사망 부상 실종",
        "",
    ).title
)


def forbids(new: Fresh, kept: Kept) -> bool:
    """Return whether two items are bulletins of two days, or share one name and nothing else."""
    shared = new.title.intersection(kept.title)
    if new.terms.folded == kept.folded:
        return bool(new.outlet) and new.outlet == kept.outlet and abs(new.at - kept.at) > _ANOTHER_DAY
    if len(shared) < 2:
        return len(new.rest.intersection(kept.rest)) + len(new.rest.intersection(kept.title)) < 2
    return _one_of_a_series(new, kept)


def _one_of_a_series(new: Fresh, kept: Kept) -> bool:
    """The same words around other numbers or names: two issues, two prices, two matches, two listings."""
    mine, its = new.terms.marks, kept.marks
    if not _COUNTED.isdisjoint(new.title):  # the dead of one accident are counted all day
        mine, its = mine - new.terms.numbers, its - kept.numbers
    if not (mine - its and its - mine):
        return False
    first = new.terms.title[:1] + kept.title[:1]
    return not new.title.difference(mine, kept.title, first) and not (
        frozenset(kept.title).difference(its, new.title, first)
    )
