"""How accounts are packed into X's queries."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feeds.x_query import QUERY_LIMIT, is_handle, later, packs, query, snowflake
from model import Failure, FailureReason, Source, SourceKind

THEN = datetime(2026, 5, 1, 8, tzinfo=UTC)
READ = datetime(2026, 5, 1, 7, tzinfo=UTC)

handles = st.text("abcdefghijklmnopqrstuvwxyz0123456789_", min_size=1, max_size=15)


def account(
    number: int, handle: str, cursor: str = "", *, read: bool = True, failure: Failure | None = None
) -> Source:
    """Return an X source as the store would give it."""
    return Source(
        id=number,
        kind=SourceKind.X,
        address=handle,
        name=f"@{handle}",
        shared=True,
        cursor=cursor,
        first_read=READ if read else None,
        failure=failure,
    )


def test_many_accounts_are_one_query() -> None:
    """Two accounts are asked for together, and their retweets are not asked for at all."""
    assert query(["cz_binance", "sama"]) == "(from:cz_binance OR from:sama) -is:retweet"


@given(st.lists(handles, unique=True, max_size=80), st.data())
def test_packs_hold_every_account_once_and_no_query_is_too_long(
    names: list[str], data: st.DataObject
) -> None:
    """However many accounts are followed, each is asked for once and X takes every query."""
    cursors = st.sampled_from(["", "7", str(snowflake(THEN))])
    sources = [
        account(number, name, data.draw(cursors), read=data.draw(st.booleans()))
        for number, name in enumerate(names)
    ]

    made = packs(sources)

    assert sorted(source.id for pack in made for source in pack.sources) == list(range(len(names)))
    assert all(len(pack.query) <= QUERY_LIMIT for pack in made)


@given(st.lists(handles, unique=True, min_size=1, max_size=80))
def test_packs_are_few(names: list[str]) -> None:
    """Accounts are not spread over more queries than their names need, give or take what does not fit."""
    made = packs([account(number, name, "9") for number, name in enumerate(names)])

    needed = sum(len(f"from:{name} OR ") for name in names)
    room = QUERY_LIMIT - len("() -is:retweet") - len("from: OR ") - 15
    assert len(made) <= needed // room + 1


def test_25_accounts_of_11_letters_fit_one_query() -> None:
    """The usual list of accounts costs one request a poll."""
    made = packs([account(number, f"account_{number:03}", "9") for number in range(24)])

    assert len(made) == 1


def test_accounts_are_read_again_from_the_oldest_cursor_less_the_overlap() -> None:
    """A post that X lists late is still found, up to two minutes."""
    old, new = snowflake(THEN), snowflake(THEN + timedelta(hours=3))

    (pack,) = packs([account(1, "a", str(new)), account(2, "b", str(old))])

    assert pack.since == snowflake(THEN - timedelta(seconds=120))


def test_an_account_left_behind_does_not_make_all_be_read_again() -> None:
    """After one account has been failing for days, only its own pack starts so far back."""
    sources = [account(number, f"account_{number:03}", str(snowflake(THEN))) for number in range(48)]
    late = account(99, "left_behind", str(snowflake(THEN - timedelta(days=5))))

    made = packs([*sources, late])

    assert [late in pack.sources for pack in made].count(True) == 1
    assert made[-1].since == snowflake(THEN - timedelta(seconds=120))


def test_accounts_never_read_are_asked_apart() -> None:
    """A new account is read for its baseline, without dragging the others along."""
    made = packs([account(1, "new", read=False), account(2, "quiet"), account(3, "known", "9")])

    assert [(pack.query, pack.baseline, pack.since) for pack in made] == [
        ("(from:new) -is:retweet", True, None),
        ("(from:quiet) -is:retweet", False, None),
        ("(from:known) -is:retweet", False, 0),
    ]


def test_an_account_that_x_refused_is_asked_alone() -> None:
    """One bad account costs the others neither their alerts nor another search for the culprit."""
    refused = Failure(FailureReason.X_REFUSED, 400)

    made = packs([account(1, "a", "9"), account(2, "bad", "9", failure=refused), account(3, "c", "9")])

    assert [pack.query for pack in made] == [
        "(from:a OR from:c) -is:retweet",
        "(from:bad) -is:retweet",
    ]


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
