"""What reading X whole would cost is told before it begins, and who may begin it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

import pytest

from feeds.x import XClient
from feeds.x_meter import Unmetered
from handlers.call import Policy, XTerms
from handlers.errands import ErrandStep
from handlers.x_price import PriceDesk, Pricing
from model import FollowMode, SourceKind
from store import sources, wanting
from store.sources import Wanted
from tests.handlers.people import ANN, GROUP, Answer, Hark, Person, a_hark
from tests.handlers.town import FEED, Town, town_of
from tests.servers.x import TOKEN, XServer
from tests.servers.x_parameters import COUNTS

BOB = Person(10, "Bob")
TERMS = XTerms(10_000_000, 5_000)


@dataclass
class Market:
    """A town in which X has its price."""

    town: Town
    x: XServer

    @property
    def hark(self) -> Hark:
        """The Hark of the town."""
        return self.town.hark

    async def configures(self, *handles: str) -> None:
        """Let these accounts serve every chat."""
        async with self.hark.database.begin() as conn:
            wanted = [Wanted(SourceKind.X, handle, f"@{handle}") for handle in handles]
            await sources.configure(conn, wanted, self.hark.now)

    async def whole(self, chat_id: int) -> list[bool]:
        """Tell for each watch of a chat whether accounts may be read whole for it."""
        async with self.hark.database.read() as conn:
            return [each.whole for each in await wanting.asking(conn, [chat_id])]

    async def priced(self, person: Person, text: str) -> list[Answer]:
        """Return what is said of prices once a person has said something."""
        return [each for each in await self.town.says(person, text) if "a month" in each.text]

    async def taps(self, person: Person, button: str, on: Answer) -> list[Answer]:
        """Return every answer to a tap once the errands are done."""
        first = await self.hark.taps(person, button, on)
        await self.town.step.step()
        return first + await self.hark.answers()


async def a_market(folder: Path, policy: Policy) -> AsyncIterator[Market]:
    """Give a market where @sama and @cz serve everybody; @sama posts 70 times a week."""
    async with a_hark(folder, policy) as hark, XServer(now=lambda: hark.now) as x:
        client = XClient(TOKEN, x.url, now=lambda: hark.now, timeout=timedelta(seconds=5), meter=Unmetered())
        town = town_of(hark)
        price = PriceDesk(
            hark.database, hark.names, lambda: hark.now, client, TERMS.post, 512, bool(policy.admins)
        )
        market = Market(replace(town, step=ErrandStep(replace(town.desk, pricing=Pricing(price)))), x)
        for number in range(70):
            x.posts("sama", f"post {number}", at=hark.now - timedelta(hours=2 * number + 1))
        x.account("cz")
        await market.configures("sama", "cz")
        yield market
        await client.close()
        assert x.violations == []


@pytest.fixture
async def market(tmp_path: Path) -> AsyncIterator[Market]:
    """Give a market that Ann operates."""
    async for found in a_market(tmp_path, Policy(frozenset({ANN.id}), x=TERMS)):
        yield found


@pytest.fixture
async def free(tmp_path: Path) -> AsyncIterator[Market]:
    """Give a market that nobody operates."""
    async for found in a_market(tmp_path, Policy(x=TERMS)):
        yield found


async def test_what_x_cannot_search_for_has_its_price(market: Market) -> None:
    """A regular expression begins for feeds; X is read whole for it when an operator says so, and undone."""
    [offer] = await market.priced(ANN, "/watch /bit+coin/")
    before = await market.whole(ANN.id)
    [on] = await market.hark.taps(ANN, "Read X whole", offer)
    during = await market.whole(ANN.id)
    [off] = await market.hark.taps(ANN, "No longer read X whole", on)

    assert offer.text.splitlines() == [
        "On X /bit+coin/ cannot be searched for: reading everything of 2 accounts would cost about $1.50 "
        "a month. Feeds are watched already.",
        "Counted by X over the last 7 days.",
        "Only the operators of this Hark can allow it.",
    ]
    assert "X is read whole for /bit+coin/ from now on" in on.text
    assert "not read whole for /bit+coin/ any more" in off.text
    assert (before, during, await market.whole(ANN.id)) == ([False], [True], [False])


async def test_what_x_can_search_for_has_none(market: Market) -> None:
    """Words, names and phrases cost by the post that is found: nothing is asked."""
    assert await market.priced(ANN, '/watch BTC, "to the moon", #AI') == []
    assert market.x.asked_so_far(COUNTS) == []


async def test_others_than_operators_are_told_so(market: Market) -> None:
    """Bob hears the price and who can allow it; in a group the button is there, and works for Ann alone."""
    market.hark.admins.known |= {(GROUP.id, ANN.id), (GROUP.id, BOB.id)}
    [alone] = await market.priced(BOB, "/watch /bit+coin/")
    await market.hark.says(BOB, "/watch /bit+coin/", GROUP)
    await market.town.step.step()
    offer = next(each for each in await market.hark.answers() if "a month" in each.text)

    await market.hark.taps(BOB, "Read X whole", offer)
    refused = await market.whole(GROUP.id)
    await market.hark.taps(ANN, "Read X whole", offer)

    assert alone.labels == ["Ask an operator"]
    assert "Only the operators" in alone.text
    assert market.hark.toasts.shown[-2] == "Only the operators of this Hark can allow what costs money."
    assert (refused, await market.whole(GROUP.id)) == ([False], [True])


async def test_without_operators_everybody_may(free: Market) -> None:
    """Where no operator is named whoever watches decides."""
    [offer] = await free.priced(BOB, "/watch /bit+coin/")
    await free.hark.taps(BOB, "Read X whole", offer)

    assert "operators" not in offer.text
    assert await free.whole(BOB.id) == [True]


async def test_a_count_is_bought_once_a_day(free: Market) -> None:
    """However many regular expressions are watched for, the posts are counted once."""
    await free.town.says(BOB, "/watch /bit+coin/, /a+b/")
    await free.town.says(ANN, "/watch /c+d/")

    assert len(free.x.asked_so_far(COUNTS)) == 1


async def test_where_x_cannot_be_asked_the_price_is_an_assumption(free: Market) -> None:
    """The price then rests on 20 posts a day, and says so."""
    free.x.fails(503)

    [offer] = await free.priced(BOB, "/watch /bit+coin/")

    assert "would cost about $6.00 a month" in offer.text
    assert offer.text.splitlines()[1] == ("X could not be asked: supposing 20 posts a day of each account.")


async def test_what_is_read_whole_already_costs_no_more(free: Market) -> None:
    """Once accounts are read whole for one watch, the next one is not asked about."""
    [offer] = await free.priced(BOB, "/watch /bit+coin/")
    await free.hark.taps(BOB, "Read X whole", offer)

    assert await free.priced(BOB, "/watch /a+b/") == []


async def test_everything_of_an_account_has_its_price_first(free: Market) -> None:
    """ "Everything" of an account says what it costs and begins with a second tap; a feed begins at once."""
    [followed] = await free.town.follows(BOB, "@sama")
    [priced] = await free.taps(BOB, "Everything", followed)
    before = [each.mode for _, each in await free.town.own(BOB.id)]
    [chosen] = await free.taps(BOB, "Everything", priced)
    [feed] = await free.town.follows(BOB, FEED)
    [at_once] = await free.taps(BOB, "Everything", feed)

    assert priced.text.startswith("Everything of @sama would cost about $1.50 a month.")
    assert priced.message_id == followed.message_id
    assert before == [FollowMode.WORDS]
    assert "everything new" in chosen.text
    assert "everything new" in at_once.text


async def test_everything_of_an_account_is_for_operators_to_allow(market: Market) -> None:
    """Bob cannot spend the operator's money, not with a forged button either; what is paid is free to all."""
    [followed] = await market.town.follows(BOB, "@sama")
    [priced] = await market.taps(BOB, "Everything", followed)
    await market.hark.sends_data(BOB, f"{followed.data('Everything')}:y", followed)
    before = [each.mode for _, each in await market.town.own(BOB.id)]
    [hers] = await market.town.follows(ANN, "@sama")
    [asked] = await market.taps(ANN, "Everything", hers)
    await market.taps(ANN, "Everything", asked)

    [chosen] = await market.taps(BOB, "Everything", followed)

    assert priced.labels == ["Only my words", "Unfollow", "Ask an operator"]
    assert before == [FollowMode.WORDS]
    assert "everything new" in chosen.text
    assert [each.mode for _, each in await market.town.own(BOB.id)] == [FollowMode.EVERYTHING]
