"""When there is money again the operator is asked, with the price, whether the gap shall be read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from accounts import catching_up
from accounts.poller import AccountPoller, Pacing, PostReader, Posts
from accounts.shelf import Shelf
from accounts.wants import Wanting
from feeds.x_reader import XReader
from model import Source, Wants
from store import accounts
from tests.accounts.x_town import ADA, PRICES, Town

MISSED, NEW = "BTC while nobody paid", "BTC again"


async def comes_back(town: Town, handle: str = "sama") -> AccountPoller:
    """Let the credit be used up for three hours in which something is posted, then be filled up."""
    town.x.account(handle)
    await town.configures(handle)
    await town.meets(ADA, "BTC")
    poller, treasurer = town.poller(asks_first=True), town.treasurer()
    await town.polls(poller)
    town.x.out_of_credits()
    town.x.posts(handle, MISSED)
    await town.polls(poller)
    await treasurer.watch()
    town.clock.passes(hours=3)
    await town.polls(poller)
    town.x.pays()
    for _ in range(12):
        await town.polls(poller)
        await treasurer.watch()
    return poller


async def test_the_gap_is_offered_with_its_price(town: Town) -> None:
    """X is read again: the operator reads what is not read yet, what it would cost, and has two buttons."""
    await comes_back(town)

    _, over = await town.hears()
    assert over.startswith("✅ X is read again. Unwatched for 3 h")
    assert "is not read yet. That would cost about" in over
    catch_up, leave = await town.offers()
    assert catch_up.startswith("Catch up · about $")
    assert leave == "Go on from now"


async def test_new_posts_do_not_wait_for_the_answer(town: Town) -> None:
    """Until somebody chooses, what is posted from now on is told, and the gap costs nothing."""
    poller = await comes_back(town)
    town.x.posts("sama", NEW)

    await town.polls(poller)

    assert await town.told() == [NEW]
    assert town.posts_billed == 1


async def test_catching_up_tells_what_was_missed(town: Town) -> None:
    """A tap later the posts of the gap come as alerts, each once, and what was told is not told again."""
    poller = await comes_back(town)
    town.x.posts("sama", NEW)
    await town.polls(poller)
    async with town.database.begin() as conn:
        assert await catching_up.read_it(conn, town.clock()) == 1

    await town.polls(poller)
    await town.polls(poller)

    assert sorted(await town.told()) == sorted([NEW, MISSED])
    assert town.posts_billed == 2


async def test_a_poll_under_way_does_not_undo_the_choice(town: Town) -> None:
    """Somebody taps while X is being asked: the gap is read all the same."""
    await comes_back(town)
    tapped = _Tapped(town, XReader(town.client(), now=town.clock))
    poller = AccountPoller(town.desk(), tapped, Wanting(town.names), town.purse, Pacing(asks_first=True))

    await town.polls(poller)
    await town.polls(poller)

    assert await town.told() == [MISSED]


class _Tapped:
    """A reader during whose first round somebody taps."""

    def __init__(self, town: Town, reader: PostReader) -> None:
        self._town, self._reader = town, reader
        self._done = False

    async def read(
        self,
        sources: Sequence[Source],
        wants: Mapping[str, Wants] | None = None,
        shelf: Shelf | None = None,
    ) -> Posts:
        posts = await self._reader.read(sources, wants, shelf)
        if not self._done:
            self._done = True
            async with self._town.database.begin() as conn:
                await catching_up.read_it(conn, self._town.clock())
        return posts


async def test_going_on_from_now_leaves_the_gap(town: Town) -> None:
    """The operator does not want it: nothing of the gap is ever bought."""
    poller = await comes_back(town)
    async with town.database.begin() as conn:
        await catching_up.leave_it(conn)

    await town.polls(poller)

    assert await town.told() == []
    assert town.posts_billed == 0
    async with town.database.read() as conn:
        assert await catching_up.gap(conn, PRICES.post, town.clock()) is None


async def test_nobody_to_ask_means_catching_up(town: Town) -> None:
    """Where Hark has no operators the gap is read at once."""
    town.x.account("sama")
    await town.configures("sama")
    await town.meets(ADA, "BTC")
    poller = town.poller()
    await town.polls(poller)
    town.x.out_of_credits()
    town.x.posts("sama", MISSED)
    await town.polls(poller)
    town.clock.passes(hours=3)
    town.x.pays()
    for _ in range(12):
        await town.polls(poller)

    assert await town.told() == [MISSED]


async def test_an_account_nobody_wants_any_more_is_left_alone(town: Town) -> None:
    """Setting a cursor back does not wake an account that has been unfollowed meanwhile."""
    await comes_back(town)
    await town.configures()

    async with town.database.begin() as conn:
        await accounts.set_back(conn, {(await town.source("sama")).id: "1"}, town.clock())

    assert (await town.source("sama")).due is None
