"""X's meter: each resource once in a UTC day, prepaid credits, and the two caps.

Credits are thousandths of a dollar. Sources: docs.x.com "Pricing" and "Post cap" (August 2026).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from enum import StrEnum

from tests.servers import x_bodies
from tests.servers.x_behaviour import Behaviour
from tests.servers.x_bodies import Json, Refusal


class Kind(StrEnum):
    """What X bills."""

    POST = "Post"
    USER = "User"
    COUNTS = "Counts"


PRICES: Mapping[Kind, int] = {Kind.POST: 5, Kind.USER: 10, Kind.COUNTS: 5}
Resource = tuple[Kind, str]  # kind and number; requests of counts are numbered as they come


@dataclass(frozen=True, slots=True)
class Answer:
    """A body, and what in it is billed."""

    body: Json
    resources: tuple[Resource, ...] = ()
    status: int = 200


@dataclass(frozen=True, slots=True)
class Charge:
    """One resource that was billed."""

    kind: Kind
    id: str
    at: datetime
    route: str
    credits: int

    @property
    def day(self) -> date:
        """The UTC day in which it is not billed again."""
        return self.at.astimezone(UTC).date()


class Ledger:
    """Everything that X has billed, for tests to read."""

    def __init__(self, now: Callable[[], datetime], behaviour: Behaviour) -> None:
        self.charges: list[Charge] = []
        self.rows: dict[Kind, int] = dict.fromkeys(Kind, 0)  # what was sent, billed or not
        self.credits = 0  # what all of it cost
        self._totals: dict[Kind, int] = dict.fromkeys(Kind, 0)
        self._now = now
        self._behaviour = behaviour
        self._billed: set[tuple[Kind, str, date]] = set()

    @property
    def posts(self) -> int:
        """How many posts were billed in all."""
        return self._totals[Kind.POST]

    @property
    def users(self) -> int:
        """How many accounts were billed in all."""
        return self._totals[Kind.USER]

    @property
    def counts(self) -> int:
        """How many requests of counts were billed in all."""
        return self._totals[Kind.COUNTS]

    @property
    def dollars(self) -> float:
        """What all of it cost, in US dollars."""
        return self.credits / 1000

    @property
    def repeats(self) -> int:
        """How many resources were sent again on a day on which they had been billed."""
        return sum(self.rows.values()) - len(self.charges)

    def count(self, kind: Kind, day: date | None = None, route: str = "") -> int:
        """Return how many of a kind were billed, in all or on one day, everywhere or by one route."""
        return len(self.ids(kind, day, route))

    def ids(self, kind: Kind, day: date | None = None, route: str = "") -> list[str]:
        """Return the numbers of what was billed, in order."""
        return [
            charge.id
            for charge in self.charges
            if charge.kind is kind and day in {None, charge.day} and route in {"", charge.route}
        ]

    def days(self, kind: Kind) -> dict[date, int]:
        """Return how many of a kind were billed on each day."""
        return dict(Counter(charge.day for charge in self.charges if charge.kind is kind))

    def charge(self, resources: Iterable[Resource], route: str) -> int:
        """Bill what was sent; return the credits."""
        now = self._now()
        day = now.astimezone(UTC).date()
        spent = 0
        for kind, number in resources:
            self.rows[kind] += 1
            if (kind, number, day) in self._billed and not self._behaviour.bills_repeats:
                continue
            self._billed.add((kind, number, day))
            self.charges.append(Charge(kind, number, now, route, PRICES[kind]))
            self._totals[kind] += 1
            spent += PRICES[kind]
        self.credits += spent
        return spent


class Purse:
    """What the operator may still spend. Without a word about money it is endless."""

    def __init__(self, now: Callable[[], datetime], ledger: Ledger) -> None:
        self.balance: int | None = None  # credits left; None: endless
        self.broke: Refusal = x_bodies.CREDITS_DEPLETED
        self.closed: Refusal | None = None  # refuse all paid calls so, whatever is left
        self._now = now
        self._ledger = ledger
        self._cap: tuple[int, date] | None = None  # of credits in all, and when it is lifted
        self._posts: int | None = None

    def caps_spending(self, amount: int, until: date) -> None:
        """Allow so much more, and nothing until the day `until`."""
        self._cap = (self._ledger.credits + amount, until)

    def caps_posts(self, posts: int | None) -> None:
        """Allow so many more posts; None: any number."""
        self._posts = None if posts is None else self._ledger.posts + posts

    def spend(self, amount: int) -> None:
        """Take from the balance; the last paid answer may cost more than is left."""
        if self.balance is not None:
            self.balance = max(0, self.balance - amount)

    def refusal(self) -> Refusal | None:
        """Return why no paid call is answered now."""
        if self.closed is not None:
            return self.closed
        if self.balance == 0:
            return self.broke
        if self._cap is not None and self._now().astimezone(UTC).date() >= self._cap[1]:
            self._cap = None
        if self._cap is not None and self._ledger.credits >= self._cap[0]:
            return x_bodies.spend_cap(self._cap[1].isoformat())
        is_capped = self._posts is not None and self._ledger.posts >= self._posts
        return x_bodies.USAGE_CAP if is_capped else None
