"""How a test lets X fail: for the next requests, of any route or of one."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto

from tests.servers import x_bodies
from tests.servers.x_bodies import Json, Refusal


class Fault(Enum):
    """What goes wrong."""

    REFUSED = auto()  # another answer is given
    CUT = auto()  # the connection is closed instead of an answer
    LOST = auto()  # X works and bills, then the connection is closed
    TORN = auto()  # half of the answer comes, X having billed it
    SILENT = auto()  # no answer comes until the server ends
    SLOW = auto()  # the answer waits until the test says so


@dataclass(frozen=True, slots=True)
class Planned:
    """One fault to come."""

    fault: Fault
    route: str  # "" any
    refusal: Refusal | None = None


class Troubles:
    """The script of faults; each is for one request."""

    def __init__(self) -> None:
        self._planned: list[Planned] = []
        self._after: list[tuple[str, Callable[[], object]]] = []
        self._let_go = asyncio.Event()

    def fails(self, status: int, body: Json | str | None = None, times: int = 1, *, route: str = "") -> None:
        """Answer the next requests with `status`; `body` as JSON, a text as HTML, None as X's own for it."""
        told = x_bodies.UNAVAILABLE.body if body is None else body
        if isinstance(told, dict) and body is None:
            told = told | {"status": status}
        self.refuses(Refusal(status, told), times, route=route)

    def refuses(self, refusal: Refusal, times: int = 1, *, route: str = "") -> None:
        """Answer the next requests with one of `x_bodies`."""
        self._planned += [Planned(Fault.REFUSED, route, refusal)] * times

    def html_error(self, times: int = 1) -> None:
        """Let the proxy before X answer the next requests."""
        self.refuses(x_bodies.HTML, times)

    def redirects(self, url: str, times: int = 1) -> None:
        """Answer the next requests with a redirect to `url`."""
        self.refuses(Refusal(302, "", url), times)

    def cuts_connection(self, times: int = 1, *, route: str = "") -> None:
        """Close the connection of the next requests without an answer."""
        self._planned += [Planned(Fault.CUT, route)] * times

    def loses_answers(self, times: int = 1, *, route: str = "") -> None:
        """Work on the next requests and bill them, then close the connection without an answer."""
        self._planned += [Planned(Fault.LOST, route)] * times

    def tears_answers(self, times: int = 1, *, route: str = "") -> None:
        """Break the next answers off in the middle; what they hold is billed."""
        self._planned += [Planned(Fault.TORN, route)] * times

    def hangs(self, times: int = 1, *, route: str = "") -> None:
        """Never answer the next requests."""
        self._planned += [Planned(Fault.SILENT, route)] * times

    def dawdles(self, times: int = 1, *, route: str = "") -> None:
        """Keep the next requests waiting until `hurries`."""
        self._let_go.clear()
        self._planned += [Planned(Fault.SLOW, route)] * times

    def hurries(self) -> None:
        """Answer the requests that wait."""
        self._let_go.set()

    def heals(self) -> None:
        """Let nothing more go wrong of what is planned."""
        self._planned.clear()

    def after_next(self, happens: Callable[[], object], *, route: str) -> None:
        """Let something happen right after the next good answer of `route`, as between two pages."""
        self._after.append((route, happens))

    def planned(self, route: str) -> Planned | None:
        """Return the fault for a request that has come, once."""
        for place, planned in enumerate(self._planned):
            if planned.route in {"", route}:
                return self._planned.pop(place)
        return None

    def answered(self, route: str) -> None:
        """Let happen what was to happen after a good answer."""
        for place, (wanted, happens) in enumerate(self._after):
            if wanted == route:
                del self._after[place]
                happens()
                return

    async def let_go(self) -> None:
        """Wait until `hurries`."""
        await self._let_go.wait()
