"""How many alerts a chat may have in a day, and what becomes of the others: pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from locales import zone_of
from model import Chat
from store.deliveries import OwedAlert
from store.held import Held, HeldBy


@dataclass(frozen=True, slots=True)
class Quota:
    """The most alerts of one chat from midnight to midnight by its own clock; None: no limit."""

    alerts: int | None = None
    exempt: frozenset[int] = frozenset()

    def limits(self, chat_id: int) -> bool:
        """Whether a chat has a limit."""
        return self.alerts is not None and chat_id not in self.exempt

    def split(
        self, owed: Sequence[OwedAlert], told: Mapping[int, int]
    ) -> tuple[list[OwedAlert], list[OwedAlert]]:
        """Return the alerts within the limits and those beyond; `told` counts what each chat had today."""
        had = Counter(told)
        within: list[OwedAlert] = []
        beyond: list[OwedAlert] = []
        for each in owed:
            had[each.chat_id] += 1
            over = self.limits(each.chat_id) and had[each.chat_id] > (self.alerts or 0)
            (beyond if over else within).append(each)
        return within, beyond


def day_of(chat: Chat, now: datetime) -> datetime:
    """Return when the chat's present day began, in UTC."""
    here = now.astimezone(zone_of(chat.zone) or UTC)
    return here.replace(hour=0, minute=0, second=0, microsecond=0).astimezone(UTC)


def held_by_quota(beyond: Sequence[OwedAlert], now: datetime) -> list[Held]:
    """Return what /why says of the watches that these alerts name."""
    return [
        Held(each.item_id, hit.watch_id, each.chat_id, HeldBy.QUOTA, now)
        for each in beyond
        for hit in each.hits
    ]
