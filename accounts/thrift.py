"""Which accounts are no longer read whole when money runs short: those that cost the most for an alert first.

share of the budget   80 %   the dearer half of them is read by words
                      90 %   all of them are

Where there is a feed of their posts, what no word brings comes by it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from fractions import Fraction

from feeds.x_budget import Level, Standing
from model import Source, Wants
from store import accounts
from store.accounts import Yield
from store.database import Connection

_ALL = Fraction(9, 10)
_LOOKED_AT = timedelta(days=7)


async def spared(
    conn: Connection, wants: Mapping[str, Wants], asked: Sequence[Source], money: Standing, now: datetime
) -> dict[str, Wants]:
    """Return what is wanted, by address, with those by words only that the money is too short for.

    Raises StoreError.
    """
    whole = [source for source in asked if wants[source.address].full]
    if money.level < Level.SHORT or not whole:
        return dict(wants)
    found = await accounts.yields(conn, [source.id for source in whole], now - _LOOKED_AT)
    dear = given_up({source.id: found.get(source.id, Yield(0, 0)) for source in whole}, money.share)
    lean = {source.address for source in whole if source.id in dear}
    return {account: replace(each, full=each.full and account not in lean) for account, each in wants.items()}


def given_up(found: Mapping[int, Yield], share: Fraction) -> frozenset[int]:
    """Return which accounts to read whole no longer: the dearest per alert, all from nine tenths on."""
    dearest = sorted(found, key=lambda number: (found[number].price, number), reverse=True)
    return frozenset(dearest if share >= _ALL else dearest[: (len(dearest) + 1) // 2])
