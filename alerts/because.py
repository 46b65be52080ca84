"""Why an entry hits or not, in the words of the reader's language: sentences without markup and full stop."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from alerts.shown import cut, one_line
from locales import Text
from matching.explain import Clause, Missed, Missing, NearMiss, Told, clauses
from model import Field, Reason

_LONGEST = 60  # code points of what is quoted
_PLACES = {
    Field.TITLE: "place-title",
    Field.TEXT: "place-text",
    Field.TAG: "place-tag",
    Field.AUTHOR: "place-author",
    Field.SOURCE: "place-source",
    Field.URL: "place-url",
}
_NEEDS = {
    Missed.LANGUAGE: "miss-language-unknown",
    Missed.SITE: "miss-site-none",
    Missed.ADDRESS: "miss-address-none",
    Missed.ACCOUNT: "miss-account-none",
}


@dataclass(frozen=True, slots=True)
class Because:
    """Says why, in one language, of an entry that was judged at one moment."""

    text: Text
    now: datetime

    def hits(self, reasons: Iterable[Reason]) -> tuple[str, ...]:
        """Return a sentence for each reason, the same one once."""
        said = dict.fromkeys(map(self._hit, clauses(reasons)))
        return tuple(said) or (self.text.plain("hit-everything"),)

    def misses(self, missing: Missing) -> tuple[str, ...]:
        """Return what fails, then what is nearly there."""
        said = [self._miss(missing)]
        telling = [part for part in missing.parts if part.kind is not Missed.NOWHERE]
        said += map(self._miss, telling)
        shown = {place.text for place in (missing.place, *(part.place for part in telling)) if place}
        said += [self._near(near) for near in missing.near if near.at.text not in shown]
        return tuple(dict.fromkeys(said))

    def _hit(self, clause: Clause) -> str:
        at = clause.at
        facts = {"text": _quoted(at.text), "term": _quoted(clause.term), "where": self._where(at)}
        match clause.told:
            case Told.LANG:
                facts["language"] = self.text.tongue(at.text)
            case Told.AGE:
                facts["age"] = self.text.duration(self.now - datetime.fromisoformat(at.text))
            case Told.NEAR:
                facts["other"] = _quoted(clause.other or at.text)
        return self.text.plain(f"hit-{clause.told.value}", **facts, beside=_quoted(at.beside))

    def _where(self, at: Reason | None) -> str:
        place = _PLACES.get(at.field) if at else None
        return self.text.plain(place) if place else ""

    def _miss(self, missing: Missing) -> str:
        text, published = self.text, missing.published
        facts: dict[str, str | int] = {
            "term": _quoted(missing.term),
            "text": _quoted(missing.place.text) if missing.place else "",
            "where": self._where(missing.place),
            "other": _quoted(missing.other.text) if missing.other else "",
            "elsewhere": self._where(missing.other),
            "words": missing.words,
            "actual": _quoted(missing.actual),
            "language": text.tongue(missing.actual) if missing.actual else "",
            "age": text.duration(self.now - published) if published else "",
        }
        return text.plain(_key(missing), **facts)

    def _near(self, near: NearMiss) -> str:
        return self.text.plain(
            f"near-{near.kind.value}",
            text=_quoted(near.at.text),
            term=_quoted(near.at.term),
            where=self._where(near.at),
        )


def _key(missing: Missing) -> str:
    match missing.kind:
        case Missed.EXCLUDED if missing.place is None or missing.place.field not in _PLACES:
            return "miss-excluded-so"
        case Missed.ELSEWHERE if missing.field is None:
            return "miss-elsewhere-bare"
        case kind if kind in _NEEDS and not missing.actual:
            return _NEEDS[kind]
        case kind:
            return f"miss-{kind.value}"


def _quoted(text: str) -> str:
    return cut(one_line(text), _LONGEST)
