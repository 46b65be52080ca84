"""What Hark does for X accounts besides polling them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from accounts.poller import AccountPoller
from model import Document, Entry
from pipeline import Polled
from polling import take_in
from store import deliveries
from tests.accounts.x_town import ADA, Town
from tests.servers.x_accounts import XPost
from tests.servers.x_behaviour import ASSUMED

SEARCHING_BADLY = replace(ASSUMED, running_by_substring=False)  # Chinese words only where they stand alone


async def following(town: Town, *words: str) -> AccountPoller:
    """Let an account be followed for these words."""
    town.x.account("talker")
    await town.configures("talker")
    await town.meets(ADA, *words)
    poller = town.poller()
    await town.polls(poller)
    return poller


async def feeds_bring(town: Town, post: XPost) -> None:
    """Let a feed of its author's posts bring a post, as where X cannot be paid."""
    source = await town.source(post.handle)
    entry = Entry(f"x:{post.id}", post.url, text=post.whole, author=f"@{post.handle}", published=post.at)
    await take_in(town.desk(), [Polled(source, Document(((post.id, entry),), cursor=source.cursor))])


async def sends_all(town: Town) -> None:
    """Let every alert that is owed have been sent."""
    async with town.database.begin() as conn:
        for number, each in enumerate(await deliveries.due(conn, town.clock(), 1000), 1000):
            taken = await deliveries.take(conn, each)
            assert taken is not None
            await deliveries.mark_sent(conn, taken, number, town.clock())


async def test_a_deleted_post_is_taken_out_of_its_alert(town: Town) -> None:
    """When an author deletes a post, its alert no longer shows the words, and says so; X is paid nothing."""
    poller = await following(town, "halving")
    post = town.x.posts("talker", "the halving is tomorrow")
    town.x.posts("talker", "another halving")
    await town.polls(poller)
    await sends_all(town)
    billed = town.posts_billed
    town.x.deletes(post)

    await town.caretaker().gone()
    await town.caretaker().gone()

    [edited] = await town.hears()
    assert edited.startswith("🗑 <i>This post was deleted by its author")
    assert "tomorrow" not in edited
    assert town.posts_billed == billed


async def test_a_look_at_posts_is_free_whichever_way_they_came(town: Town) -> None:
    """A post that a feed of an account brought was not paid for: X is not asked whether it is still there."""
    poller = await following(town, "halving")
    read = town.x.posts("talker", "the halving by X itself")
    await town.polls(poller)
    fed = town.x.posts("talker", "a halving by a feed")
    await feeds_bring(town, fed)
    await sends_all(town)
    billed = town.posts_billed
    town.x.deletes(read)

    await town.caretaker().gone()

    assert town.posts_billed == billed
    assert len(await town.hears()) == 1


async def test_of_many_alerts_none_is_too_old_to_be_looked_at(town: Town) -> None:
    """On a day with more alerts than one look-up takes, the first one's post is missed, too."""
    poller = await following(town, "halving")
    first = town.x.posts("talker", "the first halving")
    town.clock.passes(minutes=3)
    for number in range(101):
        town.x.posts("talker", f"halving {number}")
    await town.polls(poller)
    await sends_all(town)
    town.x.deletes(first)

    await town.caretaker().gone()

    assert len(await town.hears()) == 1


@pytest.mark.parametrize("x", [SEARCHING_BADLY], indirect=True)
async def test_what_a_search_missed_is_told_by_the_audit(town: Town) -> None:
    """A post that X's search does not find is alerted by the daily check, and from then on found."""
    poller = await following(town, "减半")
    town.x.posts("talker", "比特币减半来了")
    await town.polls(poller)
    town.clock.passes(minutes=20)
    await town.polls(poller)
    missed = await town.told()

    await town.caretaker().audit()
    town.clock.passes(minutes=20)
    town.x.posts("talker", "又一次减半来了")
    await town.polls(poller)

    assert missed == []
    assert await town.told() == ["比特币减半来了", "又一次减半来了"]
    assert any("X's search missed a post of @talker that says 减半" in told for told in await town.hears())


async def test_an_audit_that_finds_nothing_missed_says_nothing(town: Town) -> None:
    """A day on which the search was right costs ten posts at most and no word."""
    poller = await following(town, "halving")
    for number in range(30):
        town.x.posts("talker", f"post {number}")
    town.x.posts("talker", "halving")
    await town.polls(poller)
    town.clock.passes(minutes=20)
    await town.polls(poller)
    billed = town.posts_billed

    await town.caretaker().audit()
    await town.caretaker().audit()

    assert town.posts_billed <= billed + 10
    assert (await town.hears(), await town.told()) == ([], ["halving"])


async def test_a_word_watched_since_is_not_a_miss(town: Town) -> None:
    """A post from before the watch that would hit it is neither a miss nor an alert."""
    poller = await following(town, "halving")
    town.x.posts("talker", "weather")
    town.clock.passes(minutes=20)
    await town.polls(poller)
    await town.meets(ADA, "weather")

    await town.caretaker().audit()

    assert (await town.hears(), await town.told()) == ([], [])


async def test_when_money_runs_short_there_is_no_audit(town: Town) -> None:
    """With four fifths of the budget spent what is left is for wanted posts."""
    await following(town, "halving")
    town.x.posts("talker", "this and that")
    town.clock.passes(minutes=20)
    town.budget = 12_000

    await town.caretaker().audit()

    assert town.posts_billed == 0


async def test_what_stands_behind_the_cut_of_a_long_post_makes_no_word_be_mistrusted(town: Town) -> None:
    """X may not search the end of long posts: that costs no account its search by words."""
    poller = await following(town, "halving")
    town.x.posts("talker", "this and that " * 30 + "halving")
    await town.polls(poller)
    town.clock.passes(minutes=20)
    await town.polls(poller)

    await town.caretaker().audit()

    assert await town.hears() == []
