"""Each way in which X can fail, from its answer to the line of /sources, and what is told in the end."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from accounts.poller import AccountPoller
from accounts.wants import Wanting
from feeds.x_either import EitherReader
from feeds.x_query import snowflake
from handlers.call import Policy, XTerms
from tests.accounts.x_town import ADA, PRICES, Town
from tests.feeds.follower import BEGAN
from tests.handlers.people import Hark, Person, a_hark
from tests.servers import x_bodies
from tests.servers.x import XServer
from tests.servers.x_bodies import Refusal
from tests.servers.x_parameters import SEARCH

TROUBLE = BEGAN + timedelta(hours=2, minutes=2)  # two past two
EVE = Person(77, "Eve")
TOO_OLD = x_bodies.invalid(
    "since_id",
    "1",
    "'since_id' must be a tweet id created after [then]. Please use a 'since_id' that is larger than "
    f"{snowflake(BEGAN)}",
)
PARTIAL = Refusal(200, {"meta": {"result_count": 0}, "errors": [x_bodies.suspended("from", "talker")]})

Deed = Callable[[XServer], object]


def refuses(refusal: Refusal, times: int = 1) -> Deed:
    """Let searches be refused."""
    return lambda x: x.refuses(refusal, times, route=SEARCH)


TABLE: dict[str, tuple[Deed, str, str]] = {
    "401": (refuses(x_bodies.UNAUTHORIZED), "X does not accept our access token", "14:17"),
    "403, no project": (
        refuses(x_bodies.NOT_ENROLLED),
        "X does not let our App read; it may be in no Project",
        "14:17",
    ),
    "403": (refuses(x_bodies.FORBIDDEN), "X does not let our App read; it may be in no Project", "14:17"),
    "403, by a proxy": (refuses(Refusal(403, "<html>no</html>")), "it answers with HTTP 403", "14:02"),
    "402": (refuses(x_bodies.CREDITS_DEPLETED), "the X credit is used up", "14:17"),
    "402, as it was": (refuses(x_bodies.CREDITS_DEPLETED_OLD), "the X credit is used up", "14:17"),
    "402, in words": (lambda x: x.out_of_credits(), "the X credit is used up", "14:17"),
    "403, spending limit": (
        refuses(x_bodies.spend_cap("2026-11-25")),
        "the spending limit set for X is reached",
        "00:00",
    ),
    "429, usage cap": (
        refuses(x_bodies.USAGE_CAP),
        "the posts that X gives in a month are used up",
        "14:17",
    ),
    "429, rate limit": (
        lambda x: x.rate_limited(TROUBLE + timedelta(minutes=9)),
        "it asks us to come less often",
        "14:11",
    ),
    "429, without a time": (refuses(x_bodies.TOO_MANY_REQUESTS), "it asks us to come less often", "14:09"),
    "500": (refuses(x_bodies.ERROR), "it answers with HTTP 500", "14:02"),
    "503": (refuses(x_bodies.UNAVAILABLE), "it answers with HTTP 503", "14:02"),
    "503, HTML": (refuses(x_bodies.HTML), "it answers with HTTP 503", "14:02"),
    "503, empty": (refuses(Refusal(503, "")), "it answers with HTTP 503", "14:02"),
    "200, HTML": (refuses(x_bodies.HTML_PAGE), "its answer makes no sense (HTTP 200)", "14:02"),
    "200, empty": (refuses(x_bodies.EMPTY_PAGE), "its answer makes no sense (HTTP 200)", "14:02"),
    "302": (refuses(Refusal(302, "", "https://x.com/login")), "it answers with HTTP 302", "14:02"),
    "400": (refuses(Refusal(400, {"title": "Invalid Request"}), 99), "X refuses to answer", "14:02"),
    "a cut connection": (lambda x: x.cuts_connection(2, route=SEARCH), "it cannot be reached", "14:02"),
    "a lost answer": (lambda x: x.loses_answers(2, route=SEARCH), "it cannot be reached", "14:02"),
    "a torn answer": (lambda x: x.tears_answers(2, route=SEARCH), "it cannot be reached", "14:02"),
    "since_id too old": (refuses(TOO_OLD), "", ""),
    "since_id always too old": (refuses(TOO_OLD, 2), "it answers with HTTP 400", "14:02"),
    "200 with errors": (refuses(PARTIAL), "X has suspended this account", "14:17"),
}


@pytest.mark.parametrize("trouble", TABLE)
async def test_whatever_x_answers_is_shown_survived_and_paid_once(
    town: Town, tmp_path: Path, trouble: str
) -> None:
    """/sources says what ails X, since when and when it is tried next; once X is well all posts are told, are
    bought once each, and the ledger says what X says."""
    deed, why, following = TABLE[trouble]
    town.x.account("talker")
    await town.configures("talker")
    await town.meets(ADA, "halving")
    poller = town.poller()
    await town.polls(poller)
    town.clock.moment = TROUBLE - timedelta(minutes=20)
    town.x.posts("talker", "halving before")
    town.clock.passes(minutes=10)  # what is younger is read twice: X may show posts late
    await town.polls(poller)
    town.clock.moment = TROUBLE - timedelta(minutes=2)
    town.x.posts("talker", "halving meanwhile")
    deed(town.x)

    await town.polls(poller)
    async with a_hark(tmp_path, Policy(x=XTerms(None, PRICES.post))) as hark:
        ill = await sources_shown(hark, town)
        town.x.heals()
        town.x.pays()
        for minutes in (18, 18, 12 * 60):
            town.clock.passes(minutes=minutes)
            await town.registrar().look_up()
            await town.polls(poller)
        well = await sources_shown(hark, town)

    if why:
        assert ill == f"⚠️ @talker|X: {why}, since 14:02, next try {following}"
    else:
        assert ill == "• @talker · last entry 1 second ago"
    assert well.startswith("• @talker · last entry")
    assert sorted(await town.told()) == ["halving before", "halving meanwhile"]
    assert town.posts_billed == 2
    assert await town.ledger() == 2 * PRICES.post + town.x.billed.users * PRICES.user


async def sources_shown(hark: Hark, town: Town) -> str:
    """Give what /sources says of the one account."""
    hark.now = town.clock()
    [answer] = await hark.says(EVE, "/sources")
    lines = [line.strip() for line in answer.text.partition("\n\n")[0].splitlines()]
    return "|".join(lines[1:])


async def test_without_a_token_accounts_that_are_still_followed_say_why_they_are_not_read(
    town: Town, tmp_path: Path
) -> None:
    """Once the operator has taken the token away `/sources` says so, instead of when they were last read."""
    town.x.account("talker")
    await town.follows(ADA, "talker")
    await town.configures("talker")
    unread = AccountPoller(town.desk(), EitherReader(None, None), Wanting(town.names), town.purse)

    await town.polls(unread)

    async with a_hark(tmp_path, Policy()) as hark:
        shown = await sources_shown(hark, town)
    assert shown.startswith("⚠️ @talker|X: Hark has no valid access token for X, since")
    assert town.x.requests == []
