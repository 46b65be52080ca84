"""What X says, free of charge, of credit and use: its own balance, and posts read a day. Pure.

Both answers have had several shapes: numbers as texts, a list where an object is described, and for some
projects nothing but an empty 404. What cannot be read is None, never a mistake.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from feeds.x_budget import DOLLAR
from feeds.x_json import Reply, mapping, objects, parsed


def balance(reply: Reply) -> int | None:
    """Return what is left of the operator's credit, in millionths of a dollar; None when X does not say."""
    if reply.status != 200:
        return None
    dollars = _amount(mapping(parsed(reply.body), "data").get("total_balance"))
    return None if dollars is None else int(dollars * DOLLAR)


def posts_a_day(reply: Reply) -> dict[date, int] | None:
    """Return how many posts X counted on each UTC day; None when it does not say."""
    if reply.status != 200:
        return None
    data = mapping(parsed(reply.body), "data")
    told = data.get("daily_project_usage")
    days: dict[date, int] = {}
    rows = objects(data, "daily_project_usage") if isinstance(told, list) else _usage(told)
    for row in rows:
        day, count = _day(row.get("date")), _count(row)
        if day is not None and count is not None:
            days[day] = days.get(day, 0) + count
    return days if told is not None else None


def _usage(told: object) -> Iterator[Mapping[str, object]]:
    return objects(told, "usage") if isinstance(told, dict) else iter(())


def _count(row: Mapping[str, object]) -> int | None:
    """Return the posts of one day: a number, or the sum of what several apps read."""
    if isinstance(row.get("usage"), list):
        counts = [_amount(app.get("tweets_consumed", app.get("usage"))) for app in objects(row, "usage")]
        return int(sum(count for count in counts if count is not None))
    amount = _amount(row.get("usage"))
    return None if amount is None else int(amount)


def _amount(value: object) -> float | None:
    """Return a number that X writes as one or as text; None for what is none or cannot be."""
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return None
    try:
        amount = float(value)
    except ValueError:
        return None
    return amount if 0 <= amount < 1e12 else None


def _day(value: object) -> date | None:
    try:
        return date.fromisoformat(value[:10]) if isinstance(value, str) else None
    except ValueError:
        return None
