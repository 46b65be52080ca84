"""When a source is polled next."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feeds.plan import Pace, next_poll
from model import OF_ACCOUNT, Document, Failure, FailureReason, Outcome, Source, SourceKind, Unchanged

NOW = datetime(2026, 11, 1, 12, tzinfo=UTC)
SECOND, MINUTE, HOUR, DAY = (timedelta(seconds=n) for n in (1, 60, 3600, 86400))
PACE = Pace(5 * MINUTE, MINUTE, HOUR)
FIXED = Pace(10 * SECOND, SECOND, SECOND)
FEED = Source(1, SourceKind.FEED, "https://example.com/feed", "", shared=True, due=NOW)
ACCOUNT = Source(2, SourceKind.X, "sama", "", shared=True, due=NOW)
FAILED = Failure(FailureReason.TIMEOUT)


def wait(source: Source, outcome: Outcome, pace: Pace = PACE, after: timedelta = timedelta(0)) -> timedelta:
    """Return how long after it was due the source is due again, polled `after` it was due."""
    return next_poll(source, outcome, NOW + after, pace, Random(1)) - NOW


@pytest.mark.parametrize("outcome", [Unchanged(), Document(())])
def test_a_success_comes_again_one_interval_later(outcome: Outcome) -> None:
    """Work does not slow the pace: the next poll counts from when this one was due."""
    assert wait(FEED, outcome) == 5 * MINUTE
    assert wait(FEED, outcome, after=2 * MINUTE) == 5 * MINUTE


def test_missed_polls_are_not_made_up_for() -> None:
    """After a night without power a feed is polled once, and then at its old beat."""
    assert wait(FEED, Unchanged(), after=DAY + MINUTE) == DAY + 5 * MINUTE


def test_a_source_without_a_time_counts_from_now() -> None:
    """A source that was never due begins its beat now."""
    assert wait(replace(FEED, due=None), Unchanged()) == 5 * MINUTE


@pytest.mark.parametrize(
    ("own", "expected"),
    [(10 * MINUTE, 10 * MINUTE), (SECOND, MINUTE), (DAY, HOUR), (None, 5 * MINUTE)],
)
def test_an_interval_of_its_own_stays_within_the_bounds(own: timedelta | None, expected: timedelta) -> None:
    """A feed has the interval that it was given, no shorter and no longer than the configuration allows."""
    assert wait(replace(FEED, interval=own), Unchanged()) == expected


@pytest.mark.parametrize(
    ("failures", "expected"),
    [(0, 5 * MINUTE), (1, 10 * MINUTE), (2, 20 * MINUTE), (4, HOUR), (1000, HOUR)],
)
def test_a_failing_feed_is_asked_less_and_less(failures: int, expected: timedelta) -> None:
    """Each failure doubles the wait, up to the longest; a little chance keeps a crowd apart."""
    found = wait(replace(FEED, failures=failures), FAILED)

    assert expected <= found <= expected * 1.1


@pytest.mark.parametrize(
    ("asked", "expected"), [(30 * SECOND, 30 * SECOND), (3 * HOUR, 3 * HOUR), (365 * DAY, 2 * DAY)]
)
def test_what_a_server_asks_for_is_obeyed(asked: timedelta, expected: timedelta) -> None:
    """Retry-After counts, for two days at most."""
    found = wait(FEED, Failure(FailureReason.HTTP_STATUS, 503, retry_after=asked))

    assert expected + SECOND <= found <= expected + 2 * SECOND


def test_a_limit_without_a_time_is_taken_seriously() -> None:
    """A feed that says too many requests rests five minutes at least."""
    quick = Pace(MINUTE, MINUTE, HOUR)

    assert wait(FEED, Failure(FailureReason.RATE_LIMITED, 429), quick) >= 5 * MINUTE


def test_a_feed_that_asks_to_stop_is_asked_once_a_day() -> None:
    """410 Gone is nearly taken at its word."""
    assert DAY <= wait(FEED, Failure(FailureReason.GONE, 410)) <= 1.1 * DAY


@given(
    st.sampled_from(list(FailureReason)),
    st.integers(0, 100),
    st.none() | st.timedeltas(min_value=timedelta(0), max_value=7 * DAY),
    st.timedeltas(min_value=timedelta(0), max_value=DAY),
)
def test_a_fixed_pace_is_kept_whatever_happens(
    reason: FailureReason, failures: int, retry_after: timedelta | None, late: timedelta
) -> None:
    """With one pace for all a feed is polled at exactly that pace, whatever a server or a failure says."""
    source = replace(FEED, failures=failures, interval=DAY)
    found = next_poll(source, Failure(reason, 503, retry_after), NOW + late, FIXED, Random(1))

    assert (found - NOW) % SECOND == timedelta(0)
    assert NOW + late < found <= NOW + late + SECOND


def test_x_is_asked_again_soon_after_one_failure() -> None:
    """A single 503 of X costs some seconds, also at a fixed pace; a series of them costs more and more."""
    failures = [
        wait(replace(ACCOUNT, failures=number), Failure(FailureReason.HTTP_STATUS, 503))
        for number in range(12)
    ]

    assert failures[0] <= 15 * SECOND
    assert failures == sorted(failures)
    assert failures[-1] <= 1.1 * HOUR
    assert wait(ACCOUNT, FAILED, FIXED) >= 5 * SECOND


def test_x_is_asked_right_after_its_reset() -> None:
    """After 429 the next request comes within five seconds of the time that X names."""
    found = wait(ACCOUNT, Failure(FailureReason.RATE_LIMITED, 429, retry_after=15 * MINUTE))

    assert 15 * MINUTE < found <= 15 * MINUTE + 5 * SECOND


SELDOM = (FailureReason.X_CREDENTIALS, FailureReason.X_MONEY, *OF_ACCOUNT)


def test_a_protected_account_is_tried_once_a_day() -> None:
    """X bills what it shows of it each day: to ask for it every quarter of an hour might cost each time."""
    assert wait(ACCOUNT, Failure(FailureReason.X_PROTECTED)) >= 24 * HOUR


@pytest.mark.parametrize("reason", [each for each in SELDOM if each is not FailureReason.X_PROTECTED])
def test_what_only_a_person_can_mend_is_tried_seldom(reason: FailureReason) -> None:
    """A wrong token, an empty account, a suspended person: every quarter of an hour is enough."""
    assert 15 * MINUTE <= wait(ACCOUNT, Failure(reason, 401)) <= 17 * MINUTE


@given(
    st.sampled_from([FEED, ACCOUNT]),
    st.one_of(
        st.just(Unchanged()),
        st.builds(
            Failure,
            st.sampled_from(list(FailureReason)),
            st.just(500),
            st.none() | st.timedeltas(min_value=timedelta(0), max_value=400 * DAY),
        ),
    ),
    st.integers(0, 10_000),
    st.timedeltas(min_value=timedelta(0), max_value=400 * DAY),
    st.timedeltas(min_value=SECOND, max_value=30 * DAY),
)
def test_the_next_poll_is_always_ahead_and_never_far(
    source: Source, outcome: Outcome, failures: int, late: timedelta, interval: timedelta
) -> None:
    """Whatever happens a source is polled again: later than now, and within two days or its own interval."""
    pace = Pace(interval, SECOND, 30 * DAY)

    found = next_poll(replace(source, failures=failures), outcome, NOW + late, pace, Random(1))

    assert NOW + late < found <= NOW + late + 33 * DAY + 2 * SECOND


def test_accounts_are_polled_on_one_beat() -> None:
    """An account followed 20 seconds ago is next polled with all others, at the full minute."""
    late = replace(ACCOUNT, due=NOW + 20 * SECOND)
    assert wait(late, Document(()), replace(PACE, interval=MINUTE), after=21 * SECOND) == MINUTE
