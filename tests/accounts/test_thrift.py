"""What is given up when money runs short, and in which order."""

from __future__ import annotations

from fractions import Fraction

from accounts.poller import AccountPoller
from accounts.thrift import given_up
from accounts.wants import Wanting
from feeds.addresses import networks
from feeds.fetch import Fetched, Fetcher, FetchLimits
from feeds.rss import parse
from feeds.x_budget import DOLLAR
from feeds.x_feeds import XFeedReader
from feeds.x_reader import XReader
from model import Document, Failure, FollowMode
from store import spending, watches
from store.accounts import Yield
from tests.accounts.test_care import sends_all
from tests.accounts.x_town import ADA, BOB, Town
from tests.feeds.follower import queries
from tests.servers.feeds import FeedServer

ITEM = "<item><title>{text}</title><guid>{guid}</guid></item>"


def test_the_dearest_for_an_alert_go_first() -> None:
    """At four fifths the half that costs the most for an alert, at nine tenths all."""
    found = {1: Yield(100, 50), 2: Yield(100, 1), 3: Yield(5, 0), 4: Yield(9, 9)}

    assert given_up(found, Fraction(4, 5)) == {2, 3}
    assert given_up(found, Fraction(9, 10)) == {1, 2, 3, 4}
    assert given_up({7: Yield(0, 0)}, Fraction(4, 5)) == {7}


async def test_who_reads_much_for_little_is_read_by_words_first(town: Town) -> None:
    """Two accounts are read whole: one whose every post is told, and one whose posts nobody is told of."""
    await town.meets(ADA, "halving")
    [regex] = await town.meets(BOB, "/halv.ng/")
    await town.meets(BOB, "halving")
    for handle, chat in (("useful", ADA), ("dear", BOB)):
        town.x.account(handle)
        await town.follows(chat, handle, FollowMode.EVERYTHING if chat == ADA else FollowMode.WORDS)
    async with town.database.begin() as conn:
        await watches.read_whole(conn, regex, whole=True)
    poller = town.poller()
    await town.polls(poller)
    for number in range(4):
        town.x.posts("useful", f"post {number}")
        town.x.posts("dear", f"other {number}")
    await town.polls(poller)
    await sends_all(town)
    whole = []
    for dollars in (0, 8, 1):
        async with town.database.begin() as conn:
            await spending.reserve(conn, dollars * DOLLAR, town.clock())
        asked = len(queries(town.x))
        await town.polls(poller)
        whole.append([each for each in queries(town.x)[asked:] if each.count("(") == 1])

    assert whole[0] == ["(from:dear OR from:useful) -is:retweet"]
    assert whole[1] == ["(from:useful) -is:retweet"]
    assert whole[2] == []


async def test_what_no_word_brings_comes_by_a_feed_when_money_is_short(town: Town) -> None:
    """From nine tenths on, who wanted every post of an account still gets it where a feed has its posts; what
    a word brings comes by X, once; a feed that fails is in nobody's way."""
    talker = town.x.account("talker")
    await town.meets(ADA, "halving")
    await town.follows(ADA, "talker", FollowMode.EVERYTHING)
    async with (
        FeedServer() as site,
        Fetcher(FetchLimits(), networks(["127.0.0.0/8"]), user_agent="Hark/0.1 (test)") as fetcher,
    ):
        free = XFeedReader(fetcher, [f"{site.url}/{{handle}}/rss"], _whole)
        reader = XReader(town.client(), now=town.clock)
        poller = AccountPoller(town.desk(), reader, Wanting(town.names), town.purse, free=free)
        await town.polls(poller)
        async with town.database.begin() as conn:
            await spending.reserve(conn, 9 * DOLLAR, town.clock())
        town.clock.passes(minutes=1)
        plain, wanted = town.x.posts("talker", "good morning"), town.x.posts("talker", "the halving")
        await town.polls(poller)
        without = sorted(await town.told(ADA))
        items = "".join(ITEM.format(text=post.whole, guid=post.id) for post in (plain, wanted))
        site.page(f"/{talker.handle}/rss", f"<rss><channel>{items}</channel></rss>", "application/rss+xml")
        for _ in range(2):
            await town.polls(poller)

    assert without == ["the halving"]
    assert sorted(await town.told(ADA)) == ["good morning", "the halving"]


async def _whole(answer: Fetched) -> Document | Failure:
    return parse(answer.body, answer.content_type, answer.url)
