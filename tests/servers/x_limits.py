"""X's rate limits: so many requests to a route in a window, told in the headers of every answer."""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from tests.servers import x_parameters as routes

WINDOW = timedelta(minutes=15)
PER_WINDOW = {
    routes.SEARCH: 450,
    routes.COUNTS: 300,
    routes.TWEETS: 3_500,
    routes.USER: 300,
    routes.USERS: 300,
    routes.USER_BY_ID: 300,
    routes.USERS_BY_ID: 300,
    routes.TIMELINE: 10_000,
    routes.STREAM: 50,
    routes.RULES: 450,
    routes.CHANGE_RULES: 100,
    routes.RULE_COUNTS: 450,
    routes.USAGE: 50,
    routes.CREDITS: 50,
}
"""For one app (docs.x.com "Rate limits", August 2026)."""


@dataclass(slots=True)
class Window:
    """What is left of one route's requests, and until when."""

    limit: int
    left: int
    reset: datetime

    def headers(self) -> dict[str, str]:
        """Return the window as X tells it."""
        return {
            "x-rate-limit-limit": str(self.limit),
            "x-rate-limit-remaining": str(self.left),
            "x-rate-limit-reset": str(math.ceil(self.reset.timestamp())),
        }


class Limits:
    """All windows; a route's begins with its first request."""

    def __init__(self) -> None:
        self._windows: dict[str, Window] = {}

    def leave(self, route: str, left: int, until: datetime) -> None:
        """Leave `left` requests to `route`, none of them renewed before `until` (rounded up to a second)."""
        reset = datetime.fromtimestamp(math.ceil(until.timestamp()), UTC)
        self._windows[route] = Window(PER_WINDOW[route], left, reset)

    def take(self, route: str, now: datetime) -> tuple[bool, dict[str, str]]:
        """Count one request; return whether it is let through, and the headers of its answer."""
        window = self._windows.get(route)
        if window is None or now >= window.reset:
            self.leave(route, PER_WINDOW[route], now + WINDOW)
            window = self._windows[route]
        allowed = window.left > 0
        window.left = max(0, window.left - 1)
        return allowed, window.headers()
