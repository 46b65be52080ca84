"""A post is one item and one alert, whichever way it arrives: X's search, or a feed of its author's posts."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.accounts.test_care import feeds_bring, following
from tests.accounts.x_town import ADA, Town
from tests.servers.x import XServer
from tests.servers.x_accounts import XPost

LONG = "this and that, " * 40 + "and the halving"
KINDS: dict[str, Callable[[XServer], XPost]] = {
    "plain": lambda x: x.posts("talker", "the halving"),
    "long": lambda x: x.posts("talker", "halving: " + LONG),
    "edited": lambda x: x.edits(x.posts("talker", "the halvng"), "the halving"),
    "quoting": lambda x: x.quotes("talker", "my halving", x.posts("other", "their halving")),
    "answering": lambda x: x.replies("talker", "a halving!", x.posts("other", "what?")),
}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("first", ["search", "feed"])
async def test_a_post_that_comes_both_ways_is_told_once(town: Town, first: str, kind: str) -> None:
    """Feeds stand in while X cannot be paid and bring what its search has brought, or will bring."""
    poller = await following(town, "halving")
    post = KINDS[kind](town.x)

    if first == "feed":
        await feeds_bring(town, post)
    await town.polls(poller)
    if first == "search":
        await feeds_bring(town, post)

    assert await town.told(ADA) == [post.whole]


async def test_an_edit_is_the_post_it_edits_whichever_way_it_comes(town: Town) -> None:
    """Search brings a post, and its edit under a new id; a feed that lists the edit brings nothing new."""
    poller = await following(town, "halving")
    post = town.x.posts("talker", "the halving is near")
    await town.polls(poller)
    edited = town.x.edits(post, "the halving is very near")
    await town.polls(poller)

    await feeds_bring(town, edited)

    assert len(await town.told(ADA)) == 1


async def test_retweets_are_nobodys_words(town: Town) -> None:
    """What an account merely repeats is neither bought nor told."""
    poller = await following(town, "halving")
    town.x.retweets("talker", town.x.posts("other", "the halving"))
    await town.polls(poller)

    assert (await town.told(ADA), town.posts_billed) == ([], 0)
