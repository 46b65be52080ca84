"""Ids, times and names of X."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feeds.x_query import is_handle, later, query, snowflake


def test_many_accounts_are_one_query() -> None:
    """Two accounts are asked for together, and their retweets are not asked for at all."""
    assert query(["cz_binance", "sama"]) == "(from:cz_binance OR from:sama) -is:retweet"


@given(st.integers(0, 10**12))
def test_ids_follow_time(milliseconds: int) -> None:
    """Ids of posts and moments can be compared to the millisecond."""
    moment = datetime(2011, 1, 1, tzinfo=UTC) + timedelta(milliseconds=milliseconds)

    assert later(snowflake(moment), timedelta(seconds=120)) == snowflake(moment + timedelta(seconds=120))


def test_id_of_a_known_moment() -> None:
    """Post 1212092628029698048 was made on 31 December 2019 at 19:26:16."""
    second = datetime(2019, 12, 31, 19, 26, 16, tzinfo=UTC)

    assert snowflake(second) <= 1212092628029698048 < snowflake(second + timedelta(seconds=1))


@pytest.mark.parametrize("text", ["", "a b", "a" * 16, "赵长鹏", "a OR from:b", "a\n"])
def test_what_no_account_can_be_called(text: str) -> None:
    """A slip in a name is told at once and never becomes part of a query."""
    assert not is_handle(text)
