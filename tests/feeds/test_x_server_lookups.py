"""The loopback X tells of accounts and posts by name and number as X does."""

from __future__ import annotations

import pytest

from tests.feeds.follower import Clock
from tests.servers.x import XServer
from tests.servers.x_asking import ask
from tests.servers.x_parameters import TWEETS, USER, USER_BY_ID, USERS, USERS_BY_ID


async def test_many_accounts_are_told_and_the_missing_ones_named(x: XServer) -> None:
    """An answer holds the accounts that there are, and an error for each that is not."""
    x.account("SamA", "Sam", "42")
    x.account("banned")
    x.suspends("banned")
    x.account("private", id="43", protected=True)

    told = await ask(x, USERS, {"usernames": "sama,nobody,banned,private", "user.fields": "protected"})

    assert told.status == 200
    assert told.body["data"] == [
        {"id": "42", "username": "SamA", "name": "Sam", "protected": False},
        {"id": "43", "username": "private", "name": "private", "protected": True},
    ]
    assert [(error["value"], error["title"]) for error in told.body["errors"]] == [
        ("nobody", "Not Found Error"),
        ("banned", "Forbidden"),
    ]


async def test_one_account_is_told_alone(x: XServer) -> None:
    """One account is an object; one that is not there is 200 with an error and no data."""
    x.account("sama", id="42")

    assert (await ask(x, USER, {"username": "sama"})).body["data"]["id"] == "42"
    assert (await ask(x, USER_BY_ID, {"id": "42"})).body["data"]["username"] == "sama"
    missing = await ask(x, USER, {"username": "nobody"})
    assert (missing.status, missing.body.keys()) == (200, {"errors"})


async def test_a_number_outlives_the_name(x: XServer) -> None:
    """A renamed account is found by its number under its new name, and by its old name no more."""
    x.account("old_name", id="42")
    x.renames("old_name", "new_name")

    by_number = (await ask(x, USERS_BY_ID, {"ids": "42,43"})).body

    assert by_number["data"] == [{"id": "42", "username": "new_name", "name": "old_name"}]
    assert [error["value"] for error in by_number["errors"]] == ["43"]
    assert "data" not in (await ask(x, USERS, {"usernames": "old_name"})).body


async def test_posts_are_told_by_their_ids(x: XServer, clock: Clock) -> None:
    """A deleted or hidden post is an error beside those that there are; an old version is still there."""
    there = x.posts("talker", "there")
    gone = x.posts("talker", "gone")
    hidden = x.posts("private", "hidden")
    first = x.posts("talker", "typo")
    clock.passes(minutes=1)
    second = x.edits(first, "fixed")
    x.deletes(gone)
    x.protects("private")

    ids = [there.id, gone.id, hidden.id, first.id, second.id]
    told = (await ask(x, TWEETS, {"ids": ",".join(map(str, ids))})).body

    assert [row["text"] for row in told["data"]] == ["there", "typo", "fixed"]
    assert told["data"][1]["edit_history_tweet_ids"] == [str(first.id), str(second.id)]
    assert [(error["value"], error["title"]) for error in told["errors"]] == [
        (str(gone.id), "Not Found Error"),
        (str(hidden.id), "Authorization Error"),
    ]
    assert x.billed.posts == 3


@pytest.mark.parametrize("end", ["deletes", "closes"])
async def test_nothing_is_left_of_what_is_gone(x: XServer, clock: Clock, end: str) -> None:
    """When a post or its account goes, all versions go."""
    first = x.posts("talker", "typo")
    clock.passes(minutes=1)
    second = x.edits(first, "fixed")
    if end == "deletes":
        x.deletes(second)
    else:
        x.closes("talker")

    told = (await ask(x, TWEETS, {"ids": f"{first.id},{second.id}"})).body

    assert told.keys() == {"errors"}
    assert x.posts("talker", "again").id not in {first.id, second.id}
