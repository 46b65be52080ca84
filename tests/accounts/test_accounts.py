"""X accounts, from what watches want to what is owed and paid, with a loopback X that bills."""

from __future__ import annotations

from datetime import timedelta

from accounts.poller import searches_in_a_round
from feeds.x_budget import DOLLAR
from model import FollowMode, WatchCost
from store import spending, wanting
from tests.accounts.x_town import ADA, BOB, Town
from tests.feeds.follower import queries


async def test_only_wanted_posts_are_bought(town: Town) -> None:
    """Of a hundred posts the one that says the word is paid for and told."""
    town.x.account("talker")
    await town.configures("talker")
    await town.meets(ADA, "halving")
    poller = town.poller()
    await town.polls(poller)
    for number in range(99):
        town.x.posts("talker", f"about this and that {number}")
    town.x.posts("talker", "The halving is near")

    await town.polls(poller)

    assert await town.told() == ["The halving is near"]
    assert town.posts_billed == 1


async def test_other_names_are_bought_too(town: Town) -> None:
    """Who watches for 赵长鹏 is told what is said of Changpeng Zhao, in whatever script."""
    town.x.account("news")
    await town.configures("news")
    await town.meets(ADA, "#赵长鹏")
    poller = town.poller()
    await town.polls(poller)
    town.x.posts("news", "Changpeng Zhao is back")
    town.x.posts("news", "趙長鵬回來了")
    town.x.posts("news", "nothing of him")

    await town.polls(poller)

    assert sorted(await town.told()) == ["Changpeng Zhao is back", "趙長鵬回來了"]
    assert town.posts_billed == 2


async def test_an_account_followed_by_one_chat_is_not_searched_for_another(town: Town) -> None:
    """Bob's words are not paid for on the account that Ada follows for herself."""
    town.x.account("hers")
    await town.meets(ADA, "halving")
    await town.meets(BOB, "weather")
    await town.follows(ADA, "hers")
    poller = town.poller()
    await town.polls(poller)
    town.x.posts("hers", "weather is fine")
    town.x.posts("hers", "halving")

    await town.polls(poller)

    assert (await town.told(ADA), await town.told(BOB)) == (["halving"], [])
    assert town.posts_billed == 1


async def test_who_wants_everything_gets_everything(town: Town) -> None:
    """A chat that follows an account for everything is told each of its posts."""
    town.x.account("hers")
    await town.meets(ADA)
    await town.follows(ADA, "hers", FollowMode.EVERYTHING)
    poller = town.poller()
    await town.polls(poller)
    town.x.posts("hers", "one")
    town.x.posts("hers", "two")

    await town.polls(poller)

    assert sorted(await town.told()) == ["one", "two"]


async def test_following_costs_nothing_but_the_look_up(town: Town) -> None:
    """An account with a long history begins now: none of it is bought."""
    for number in range(50):
        town.x.posts("talker", f"halving {number}")
    await town.configures("talker")
    await town.meets(ADA, "halving")

    poller = town.poller()
    await town.polls(poller)
    await town.polls(poller)

    assert (await town.told(), town.posts_billed) == ([], 0)


async def test_a_word_added_later_finds_what_is_said_from_then_on(town: Town) -> None:
    """A new watch needs no restart, and does not buy what was said before it."""
    town.x.account("talker")
    await town.configures("talker")
    await town.meets(ADA, "halving")
    poller = town.poller()
    await town.polls(poller)
    town.x.posts("talker", "weather before")
    town.clock.passes(minutes=10)
    await town.polls(poller)
    await town.meets(ADA, "weather")
    town.x.posts("talker", "weather after")

    await town.polls(poller)

    assert await town.told() == ["weather after"]


async def test_a_post_edited_to_say_another_word_is_told_to_who_watches_that(town: Town) -> None:
    """Ada has the post for "halving"; when it is edited to say "etf", Bob, who watches that, is told."""
    town.x.account("talker")
    await town.configures("talker")
    await town.meets(ADA, "halving")
    await town.meets(BOB, "etf")
    poller = town.poller()
    await town.polls(poller)
    post = town.x.posts("talker", "The halving is near")
    town.clock.passes(minutes=2)
    await town.polls(poller)
    town.x.edits(post, "The halving is near, says an ETF")
    town.clock.passes(minutes=2)
    await town.polls(poller)

    assert (len(await town.told(ADA)), await town.told(BOB)) == (1, ["The halving is near, says an ETF"])


async def test_nobody_watching_means_no_request(town: Town) -> None:
    """Accounts of which nothing is wanted are not asked for, and not called ill."""
    town.x.posts("talker", "hello")
    await town.configures("talker")
    poller = town.poller()
    await town.polls(poller)
    await town.polls(poller)

    assert queries(town.x) == []
    assert (await town.source("talker")).failing_since is None


async def test_each_post_is_charged_to_the_watches_that_hit_it(town: Town) -> None:
    """A post that two watches hit costs each of them half, and the ledger says what X says."""
    town.x.account("talker")
    await town.configures("talker")
    both = await town.meets(ADA, "halving", "bitcoin")
    poller = town.poller()
    await town.polls(poller)
    town.x.posts("talker", "bitcoin halving")
    await town.polls(poller)

    async with town.database.read() as conn:
        costs = await spending.of_watches(conn, both, town.clock())
        spent = await spending.spending(conn, town.clock())
    assert costs == {number: WatchCost(1, 2_500) for number in both}
    assert spent.month == 5_000 * town.posts_billed + 10_000  # and the account's look-up


async def test_without_money_nothing_is_asked_and_nothing_is_lost(town: Town) -> None:
    """When the budget is used up no paid call is made; with a new budget what was said meanwhile is told."""
    town.x.account("talker")
    await town.configures("talker")
    await town.meets(ADA, "halving")
    await town.polls(town.poller())
    asked = len(town.x.requests)
    town.budget = 0
    poller = town.poller()
    town.x.posts("talker", "the halving is near")
    await town.polls(poller)
    assert len(town.x.requests) == asked
    assert (await town.source("talker")).failing_since is not None

    town.budget = 10 * DOLLAR
    town.clock.passes(hours=2)
    await town.polls(town.poller())

    assert await town.told() == ["the halving is near"]
    assert (await town.source("talker")).failing_since is None


async def test_a_restart_pays_for_nothing_twice(town: Town) -> None:
    """A new process on the same store reads on from where the old one was."""
    town.x.account("talker")
    await town.configures("talker")
    await town.meets(ADA, "halving")
    await town.polls(town.poller())
    town.x.posts("talker", "halving one")
    await town.polls(town.poller())
    town.x.posts("talker", "halving two")
    await town.polls(town.poller())

    assert sorted(await town.told()) == ["halving one", "halving two"]
    assert town.posts_billed == 2


async def test_a_word_that_x_searches_badly_makes_its_accounts_be_read_whole(town: Town) -> None:
    """Once X was found to miss posts with a word, the accounts are read without it and nothing is missed."""
    town.x.account("talker")
    await town.configures("talker")
    await town.meets(ADA, "halving")
    poller = town.poller()
    await town.polls(poller)
    async with town.database.begin() as conn:
        await wanting.miss_words(conn, ["halving"], town.clock())
    town.x.posts("talker", "this and that")
    await town.polls(poller)

    assert queries(town.x)[-1] == "(from:talker) -is:retweet"


async def test_accounts_followed_at_different_times_are_asked_together(town: Town) -> None:
    """However many accounts are followed one after the other, they share searches from the next minute on."""
    await town.meets(ADA, "halving")
    poller = town.poller()
    for number in range(3):
        town.clock.passes(seconds=13)
        await town.follows(ADA, f"talker{number}")
        town.x.account(f"talker{number}")
        await poller.step()
    town.clock.passes(minutes=1)
    while await poller.step():
        pass

    assert queries(town.x)[-1].startswith("(from:talker0 OR from:talker1 OR from:talker2) (")


async def test_rounds_are_as_far_apart_as_the_rate_allows(town: Town) -> None:
    """With twenty searches left in a quarter of an hour, rounds of ten come in halves of it."""
    await town.crowds(200)
    await town.polls(town.poller())
    began = len(queries(town.x))
    town.clock.passes(minutes=2)
    town.x.allows(30, town.clock() + timedelta(minutes=15))
    await town.poller().step()

    asked = len(queries(town.x)) - began
    due = (await town.source("crowd0")).due
    assert asked > 5
    assert due is not None
    paced = timedelta(minutes=15) * asked / (30 - asked)
    assert abs(due - town.clock() - paced) < timedelta(seconds=2)


async def test_a_rate_too_low_for_a_round_leaves_nobody_unread(town: Town) -> None:
    """When X takes only some of a round's searches, the next round begins with the accounts left out."""
    town.budget = None
    await town.crowds(200)
    poller = town.poller()
    await town.polls(poller)
    for number in range(200):
        town.x.posts(f"crowd{number}", f"halving {number}")
    for _ in range(4):
        town.clock.passes(minutes=20)
        town.x.allows(4, town.clock() + timedelta(minutes=15))
        while await poller.step():
            pass

    assert len(await town.told()) == 200


async def test_a_round_longer_than_x_allows_asks_for_less(town: Town) -> None:
    """With more words than X's rate has searches for, #word is left to the search for word."""
    town.x.account("talker")
    await town.configures("talker")
    await town.meets(ADA, *(f"longword{number:02}" for number in range(60)))
    poller = town.poller(searches=1)
    await town.polls(poller)
    await town.polls(poller)
    before = queries(town.x)
    await town.polls(poller)
    after = queries(town.x)[len(before) :]
    town.x.posts("talker", "on #longword07 today")
    await town.polls(poller)

    assert any("#longword07" in query for query in before)
    assert not any("#" in query for query in after)


def test_a_round_of_some_minutes_leaves_no_word_out() -> None:
    """Fifty accounts and twenty watches take fifty searches, more than a minute's: none is left out."""
    assert searches_in_a_round(450, timedelta(minutes=1)) == 150
    assert searches_in_a_round(450, timedelta(minutes=30)) == 900
