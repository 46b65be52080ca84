"""What Hark learns of when sources speak, and how it divides its requests among them."""

from __future__ import annotations

import math
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bench._policies import Fixed, Planned, simulate
from bench._traces import made
from feeds.budget import Tempo, profile_of_all, retuned, wish, worth
from feeds.rhythm import DAY, HOUR, Rhythm, first_seen, heard, pack, unpack
from feeds.waiting import Why, waited

MIDNIGHT = 1_800_000_000.0 - 1_800_000_000.0 % DAY
MEAN = 1800.0
TEMPO = Tempo(MEAN, multiplier=0.1)


def steady(a_day: float, days: int = 20, now: float = MIDNIGHT) -> Rhythm:
    """Return what is known of a source that published evenly until now."""
    gap = DAY / a_day
    dates = [now - number * gap for number in range(int(days * a_day), 0, -1)]
    first = first_seen(dates[:1], dates[0])
    return heard(first, dates[1:], now)


def test_who_says_four_times_as_much_is_asked_twice_as_often() -> None:
    """Requests go by the square root of what a feed publishes: that finds most news soonest."""
    calm, busy = (waited(steady(each), 1.0, MIDNIGHT, TEMPO).seconds for each in (24.0, 96.0))

    assert calm / busy == pytest.approx(2, rel=0.05)


def test_whose_items_are_wanted_is_asked_more_often() -> None:
    """A feed that four times as many alerts come from is asked twice as often."""
    rhythm = steady(24)

    assert waited(rhythm, 1.0, MIDNIGHT, TEMPO).seconds / waited(
        rhythm, 4.0, MIDNIGHT, TEMPO
    ).seconds == pytest.approx(2, rel=0.05)


def test_a_feed_is_asked_at_the_hours_at_which_it_speaks() -> None:
    """Who publishes from nine to ten is hardly asked at night, and often at nine."""
    dates = [
        MIDNIGHT - day * DAY + 9 * HOUR + minute * 120 for day in range(14, 0, -1) for minute in range(30)
    ]
    rhythm = heard(first_seen(dates[:1], dates[0]), dates[1:], MIDNIGHT)

    night = waited(rhythm, 1.0, MIDNIGHT + 2 * HOUR, TEMPO).seconds
    nine = waited(rhythm, 1.0, MIDNIGHT + 9 * HOUR, TEMPO).seconds

    assert nine * 4 < night


def test_hours_are_learned_from_few_items_with_the_hours_of_all() -> None:
    """A feed of three items is taken to sleep when the others do."""
    of_all = tuple(0.2 if hour < 8 else 1.4 for hour in range(24))
    few = heard(first_seen([], MIDNIGHT - DAY), [MIDNIGHT - 5 * HOUR, MIDNIGHT - 4 * HOUR], MIDNIGHT)

    assert few.profile(3, of_all) < few.profile(12, of_all) / 4


def test_the_dates_of_the_first_document_count() -> None:
    """A newsroom is known as one when it was read once."""
    dates = [MIDNIGHT - number * HOUR / 2 for number in range(20)]

    seen = waited(first_seen(dates, MIDNIGHT), 1.0, MIDNIGHT, TEMPO)
    unseen = waited(first_seen([], MIDNIGHT), 1.0, MIDNIGHT, TEMPO)

    assert seen.seconds < unseen.seconds == MEAN
    assert unseen.why is Why.NEW


def test_dates_that_cannot_be_teach_nothing() -> None:
    """Dates of next year, of 1970, and twenty times the same second make no feed look busy for long."""
    wrong = first_seen([MIDNIGHT + 400 * DAY, 0.0], MIDNIGHT)
    same = first_seen([MIDNIGHT - 1] * 20, MIDNIGHT)

    assert wrong.items == 0
    assert same.rate(MIDNIGHT) * DAY < 12
    assert heard(wrong, [MIDNIGHT + 400 * DAY, -5.0], MIDNIGHT + HOUR).rate(MIDNIGHT + HOUR) * DAY < 2


def test_who_is_silent_for_long_is_asked_seldom_but_not_left() -> None:
    """A feed that stopped is asked every second mean interval at least."""
    found = waited(steady(24), 1.0, MIDNIGHT + 90 * DAY, TEMPO)

    assert found.seconds == 2 * MEAN
    assert found.why is Why.RARE


def test_a_feed_that_speaks_in_series_is_asked_again_soon() -> None:
    """Where items come by threes within minutes, the second is looked for right after the first."""
    dates = [MIDNIGHT - day * DAY / 4 + number * 240 for day in range(60, 0, -1) for number in range(3)]
    rhythm = heard(first_seen(dates[:1], dates[0]), dates[1:], MIDNIGHT)

    before = waited(rhythm, 1.0, MIDNIGHT, TEMPO)
    after = waited(heard(rhythm, [MIDNIGHT - 30], MIDNIGHT), 1.0, MIDNIGHT, TEMPO)

    assert after.seconds * 1.6 < before.seconds
    assert after.why is Why.BURST


def test_chance_is_no_series() -> None:
    """A busy feed that publishes evenly is not taken to speak in bursts."""
    assert steady(150).bursty() < 0.1


def test_what_is_learned_is_kept_to_the_letter() -> None:
    """What a restart reads back plans the same polls."""
    rhythm = steady(30)
    found = unpack(pack(rhythm))

    assert found is not None
    assert waited(found, 1.0, MIDNIGHT, TEMPO).seconds == pytest.approx(
        waited(rhythm, 1.0, MIDNIGHT, TEMPO).seconds
    )
    assert unpack(b"of another release") is None


def test_what_an_item_is_worth_follows_its_alerts() -> None:
    """A feed whose items are wanted is worth more than one without alerts, and both more for many."""
    wanted, unwanted = replace(steady(24), told=100.0), steady(24)

    assert worth(wanted, 1) > 10 * worth(unwanted, 1) > 0
    assert worth(unwanted, 100) > 10 * worth(unwanted, 1)


def test_all_sources_have_one_voice_in_the_hours_of_all() -> None:
    """One feed that floods does not say when the others sleep."""
    flood = Rhythm(0, MIDNIGHT, items=9000, hours=tuple(9000.0 if h == 3 else 0.0 for h in range(24)))
    others = [Rhythm(0, MIDNIGHT, items=24, hours=tuple(24.0 if h == 9 else 0.0 for h in range(24)))] * 20

    hours = profile_of_all([flood, *others], MIDNIGHT)

    assert sum(hours) == pytest.approx(24)
    assert hours[9] > 5 * hours[3]


@pytest.mark.parametrize(("name", "most"), [("news", 0.68), ("heavy", 0.3)])
def test_the_budget_holds_and_news_comes_sooner(name: str, most: float) -> None:
    """With as many requests as one in half an hour for each, news is known much sooner."""
    world = made(name, 30, 1)
    weights = [1.0] * len(world.traces)

    fixed = simulate(world, Fixed(MEAN), MEAN)
    plan = simulate(world, Planned(weights, Tempo(MEAN)), MEAN)

    assert plan.requests == pytest.approx(fixed.requests, rel=0.02)
    assert plan.mean() < most * fixed.mean()
    assert plan.longest <= 2 * MEAN + 1


def test_a_budget_that_was_overspent_is_paid_back() -> None:
    """Too many requests today are fewer tomorrow, and a night of sleep is not made up for."""
    wishes = [wish(steady(24), 1.0, MIDNIGHT)] * 10
    tempo = retuned(Tempo(MEAN), wishes, 0, 0)

    much = retuned(tempo, wishes, 400, HOUR)
    little = retuned(tempo, wishes, 0, HOUR)
    slept = retuned(tempo, wishes, 0, 10 * HOUR)

    assert much.multiplier < tempo.multiplier < little.multiplier
    assert slept.multiplier == tempo.multiplier


moments = st.floats(MIDNIGHT - 400 * DAY, MIDNIGHT + 400 * DAY)


@settings(max_examples=60)
@given(
    st.lists(moments, max_size=40),
    st.lists(moments, max_size=40),
    st.floats(0, 400 * DAY),
    st.floats(1e-6, 1e6),
    st.builds(Tempo, st.floats(1, 9e4), st.floats(0, 9e4), st.floats(0, 1e6)),
)
def test_whatever_was_seen_the_wait_is_within_its_bounds(
    first: list[float], later: list[float], after: float, weight: float, tempo: Tempo
) -> None:
    """No dates, however mad, make Hark hammer a site, forget it, or fail."""
    rhythm = heard(first_seen(first, MIDNIGHT), later, MIDNIGHT + HOUR)
    found = waited(rhythm, weight, MIDNIGHT + HOUR + after, tempo)

    assert math.isfinite(found.seconds)
    assert tempo.shortest <= found.seconds <= max(2 * tempo.mean, tempo.shortest)
    assert 0 <= rhythm.bursty() < 1
    assert all(rhythm.profile(hour) >= 0 for hour in range(24))
