"""A loopback X: `async with XServer() as x`, then `x.account("sama")`, `x.posts("sama", "hello")`.

It reads the query it is sent and evaluates it, pages, applies `since_id`, limits rates, bills (`x.billed`)
and refuses what X refuses; what X leaves open is in `x_behaviour.py`. Everything asked is in `requests`;
whatever X's own description does not allow gets 400 and is in `violations` too, which a test asserts to be
empty. It does not sort by relevancy, and knows nothing of media, polls, places and X's annotations.

    x.py, x_front.py      the server, its door          x_world, x_accounts, x_entities   what there is
    x_search, x_lookups   what is answered              x_language, x_matching            queries
    x_stream, x_rules     what is streamed              x_billing, x_limits               money, rates
    x_trouble, x_bodies   what goes wrong               x_parameters, x_table             X's description
"""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable, Iterable, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from aiohttp import web

from tests.servers import x_bodies
from tests.servers import x_parameters as routes
from tests.servers.x_behaviour import Behaviour
from tests.servers.x_billing import Answer, Kind, Ledger, Purse, Resource
from tests.servers.x_bodies import Refusal
from tests.servers.x_front import Asked, Front, Passed, response_of
from tests.servers.x_lookups import Lookups
from tests.servers.x_parameters import SEARCH, body_violations
from tests.servers.x_search import Searches
from tests.servers.x_stream import Stream
from tests.servers.x_trouble import Troubles
from tests.servers.x_world import XWorld

TOKEN = "x-bearer-token"


class XServer(XWorld, Troubles):
    """X on loopback; `url` is what `x.base_url` must be."""

    def __init__(
        self,
        *,
        token: str = TOKEN,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
        lag: timedelta = timedelta(0),
        query_limit: int | None = None,
        prefix: str = "",
        behaviour: Behaviour | None = None,
    ) -> None:
        """Take `token` only, and behave as `behaviour` says.

        Without one, searches end now (`lag`) and not 30 seconds ago, as most tests want it; the rest is the
        hardest X there may be. `prefix` is the path under which X is found, as behind a proxy.
        """
        behaviour = behaviour or Behaviour(lag=lag)
        if query_limit is not None:
            behaviour = replace(behaviour, query_limit=query_limit)
        XWorld.__init__(self, now, behaviour)
        Troubles.__init__(self)
        self.url = prefix
        self.billed = Ledger(now, behaviour)
        self._searches = Searches(self)
        self._purse = Purse(now, self.billed)
        self._lookups = Lookups(self, self.billed, self._purse)
        self._front = Front(now, self, self.billed, self._purse, token)
        self.stream = Stream(self, self._searches, self._streams)
        self._runner: web.AppRunner | None = None

    async def __aenter__(self) -> XServer:
        app = web.Application()
        for route, answer in self._answers().items():
            app.router.add_get(self.url + route, self._handler(route, answer))
        app.router.add_get(self.url + routes.STREAM, self._open_stream)
        app.router.add_post(self.url + routes.RULES, self._change_rules)
        app.router.add_route("*", "/{rest:.*}", self._front.unknown)
        self._runner = web.AppRunner(app, access_log=None, handler_cancellation=True, shutdown_timeout=1)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", 0)
        await site.start()
        host, port = self._runner.addresses[0][:2]
        self.url = f"http://{host}:{port}{self.url}"
        return self

    async def __aexit__(self, *_: object) -> None:
        self._front.ended.set()
        self.hurries()
        self.stream.ends()
        if self._runner is not None:
            await self._runner.cleanup()

    # what a test says, beside the words of XWorld and Troubles

    def out_of_credits(self, refusal: Refusal = x_bodies.CREDITS_DEPLETED) -> None:
        """Refuse every paid call until `pays`."""
        self._purse.closed = refusal

    def pays(self, dollars: float | None = None) -> None:
        """Let the owner have so much money again; None: without end."""
        self._purse.closed = None
        self._purse.balance = None if dollars is None else round(dollars * 1000)

    def caps_spending(self, dollars: float, until: date) -> None:
        """Let so much be spent from now on, and no more until that day."""
        self._purse.caps_spending(round(dollars * 1000), until)

    def caps_posts(self, posts: int | None) -> None:
        """Let so many posts be read from now on; None: any number."""
        self._purse.caps_posts(posts)

    def hides_usage(self, hidden: bool = True) -> None:
        """Answer questions about usage and credits with an empty 404, as some projects get it."""
        self._lookups.usage_missing = hidden

    def rate_limited(self, until: datetime) -> None:
        """Answer searches with 429 until `until`, rounded up to a second."""
        self._front.limits.leave(SEARCH, 0, until)

    def allows(self, requests: int, until: datetime, route: str = SEARCH) -> None:
        """Let `requests` more through before `until`; the last one's headers say that none is left."""
        self._front.limits.leave(route, requests, until)

    @property
    def token(self) -> str:
        """The bearer token that is taken."""
        return self._front.token

    @property
    def requests(self) -> list[Asked]:
        """Everything that was asked."""
        return self._front.requests

    @property
    def violations(self) -> list[str]:
        """What was asked against X's description, one sentence each."""
        return self._front.violations

    @property
    def posts_sent(self) -> int:
        """How many posts were sent, billed or not."""
        return self.billed.rows[Kind.POST]

    @property
    def refused(self) -> list[tuple[str, str]]:
        """The queries that X would not take, each with the reason."""
        return self._searches.refused

    async def asked(self, times: int, route: str = SEARCH) -> list[Asked]:
        """Wait until `route` has been asked `times` times in all; return these requests."""
        async with self._front.came:
            await self._front.came.wait_for(lambda: len(self.asked_so_far(route)) >= times)
        return self.asked_so_far(route)

    def asked_so_far(self, route: str = SEARCH) -> list[Asked]:
        """Return the requests to `route`, oldest first."""
        return [asked for asked in self.requests if asked.route == route]

    # what X does

    def _answers(self) -> Mapping[str, Callable[[Mapping[str, str]], Refusal | Answer]]:
        return {
            routes.SEARCH: self._searches.recent,
            routes.COUNTS: self._searches.counts,
            routes.TIMELINE: self._searches.timeline,
            routes.TWEETS: self._lookups.posts,
            routes.USERS: self._lookups.users,
            routes.USER: self._lookups.user,
            routes.USERS_BY_ID: self._lookups.users_by_id,
            routes.USER_BY_ID: self._lookups.user_by_id,
            routes.USAGE: self._lookups.usage,
            routes.CREDITS: self._lookups.credits,
            routes.RULES: self.stream.rules.listed,
            routes.RULE_COUNTS: self.stream.rules.counted,
        }

    def _handler(
        self, route: str, answer: Callable[[Mapping[str, str]], Refusal | Answer]
    ) -> Callable[[web.Request], Awaitable[web.StreamResponse]]:
        async def handle(request: web.Request) -> web.StreamResponse:
            sent = {**request.query, **request.match_info}
            return await self._front.answer(request, route, lambda: answer(sent))

        return handle

    async def _change_rules(self, request: web.Request) -> web.StreamResponse:
        try:
            body = json.loads(await request.text())
        except ValueError:
            body = None
        wrong = body_violations(routes.CHANGE_RULES, body)
        return await self._front.answer(
            request, routes.CHANGE_RULES, lambda: self.stream.rules.changed(body, request.query), wrong
        )

    async def _open_stream(self, request: web.Request) -> web.StreamResponse:
        passed = await self._front.gate(request, routes.STREAM)
        if not isinstance(passed, Passed):
            return passed
        served = await self.stream.serve(request, request.query, passed.headers)
        return response_of(served, passed.headers) if isinstance(served, Refusal) else served

    def _streams(self, resources: Iterable[Resource]) -> bool:
        """Bill what a stream is about to send; tell whether it may be sent."""
        if self._purse.refusal() is not None:
            return False
        self._front.charge(resources, routes.STREAM)
        return True
