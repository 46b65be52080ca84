"""The pace of sending, as properties: whatever is asked for, no window of time holds too many messages."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alerts.pace import Limits, Pacer

LIMITS = Limits()
NEARLY = 1e-6  # what floating-point clocks lose

chat_ids = st.sampled_from([1, 2, 3, -1, -2])
# who is to get a message, and how long the sender idles before it looks again
wishes = st.lists(st.tuples(chat_ids, st.sampled_from([0.0, 0.0, 0.0, 0.01, 0.4, 3.0, 70.0])), max_size=120)


def paced(pacer: Pacer, wanted: list[tuple[int, float]], start: float = 0.0) -> list[tuple[int, float]]:
    """Send each message as soon as the pacer allows; return (chat, time) of each."""
    now = start
    sent = []
    for chat_id, idle in wanted:
        now += idle
        pacer.forget_idle(now)  # as the sender does at every look
        now = max(now, pacer.opens(now), pacer.chat_opens(chat_id, now))
        pacer.spend(chat_id, now)
        sent.append((chat_id, now))
    return sent


def most(times: list[float], window: float) -> int:
    """Return the largest number of times within any window, its ends included."""
    return max((sum(1 for t in times if at <= t <= at + window - NEARLY) for at in times), default=0)


@given(wishes)
def test_no_second_holds_more_than_telegram_takes(wanted: list[tuple[int, float]]) -> None:
    """Never more than 30 messages go out within a second, whoever gets them."""
    sent = paced(Pacer(LIMITS, 0), wanted)

    assert most([at for _, at in sent], 1.0) <= 30


@given(wishes)
def test_a_chat_gets_one_a_second_after_a_small_burst(wanted: list[tuple[int, float]]) -> None:
    """Within any stretch of time a chat gets three messages at once and then one for each second."""
    sent = paced(Pacer(LIMITS, 0), wanted)

    for chat_id in (1, 2, 3, -1, -2):
        times = [at for chat, at in sent if chat == chat_id]
        for window in (0.5, 1.0, 5.0, 30.0):
            assert most(times, window) <= LIMITS.chat_burst + window * LIMITS.chat_per_second


@given(wishes)
def test_no_minute_of_a_group_holds_more_than_telegram_takes(wanted: list[tuple[int, float]]) -> None:
    """A group never gets more than 18 messages within a minute."""
    sent = paced(Pacer(LIMITS, 0), wanted)

    for chat_id in (-1, -2):
        assert most([at for chat, at in sent if chat == chat_id], 60.0) <= LIMITS.group_per_minute


@given(wishes, wishes, st.sampled_from([0.0, 0.5, 20.0]))
def test_a_restart_counts_what_went_out_before(
    before: list[tuple[int, float]], after: list[tuple[int, float]], pause: float
) -> None:
    """The limits of a chat hold across a restart when the new process is told of the last minute."""
    sent = paced(Pacer(LIMITS, 0), before)
    now = (sent[-1][1] if sent else 0.0) + pause
    restarted = Pacer(LIMITS, now)
    restarted.remember((chat, at) for chat, at in sent if at >= now - 60)

    sent += paced(restarted, after, now)

    for chat_id in (1, 2, 3):
        assert most([at for chat, at in sent if chat == chat_id], 5.0) <= LIMITS.chat_burst + 5
    for chat_id in (-1, -2):
        assert most([at for chat, at in sent if chat == chat_id], 60.0) <= LIMITS.group_per_minute


@given(wishes)
def test_the_pace_is_no_slower_than_it_must_be(wanted: list[tuple[int, float]]) -> None:
    """To private chats that are owed little, messages go out at the full rate."""
    pacer = Pacer(LIMITS, 0)
    sent = paced(pacer, [(number, 0.0) for number in range(1, len(wanted) + 2)])

    gaps = [later - at for (_, at), (_, later) in pairwise(sent)]
    assert all(gap <= 1 / LIMITS.overall_per_second + NEARLY for gap in gaps)


@given(chat_ids, st.floats(min_value=1, max_value=10_000), st.floats(min_value=0, max_value=20_000))
def test_a_flood_wait_closes_a_chat_for_as_long_as_asked(chat_id: int, wait: float, later: float) -> None:
    """No message goes to a chat before the wait that Telegram asked for is over."""
    pacer = Pacer(LIMITS, 0)
    pacer.spend(chat_id, 0)
    pacer.flooded(chat_id, wait, 10)
    pacer.forget_idle(later)

    assert pacer.chat_opens(chat_id, later) >= max(later, 10 + wait)


@given(wishes)
def test_alerts_leave_room_for_answers(wanted: list[tuple[int, float]]) -> None:
    """However busy a chat is with alerts, an answer may go at once, in a group two more a second apart."""
    pacer = Pacer(LIMITS, 0)
    sent = paced(pacer, wanted)
    now = sent[-1][1] if sent else 0.0

    for chat_id in (1, 2, 3, -1, -2):
        assert pacer.chat_opens(chat_id, now, answer=True) <= now
        assert chat_id not in pacer.closed(now, answer=True)
    for chat_id in (-1, -2):
        answered = now
        for _ in range(LIMITS.group_reserve):
            assert pacer.chat_opens(chat_id, answered, answer=True) <= answered
            pacer.spend(chat_id, answered)
            answered += 1


def test_fifty_chats_get_ten_alerts_each_in_twenty_seconds() -> None:
    """What is kept for answers does not slow down a big story: 500 alerts to 50 people in 20 seconds."""
    pacer = Pacer(LIMITS, 0)

    sent = paced(pacer, [(chat_id, 0.0) for _ in range(10) for chat_id in range(1, 51)])

    assert sent[-1][1] <= 20


def test_a_flood_wait_leaves_other_chats_alone() -> None:
    """One chat that must wait stops nobody else."""
    pacer = Pacer(LIMITS, 0)

    pacer.flooded(1, 60, 0)

    assert pacer.closed(0) == {1: 60}
    assert (pacer.opens(0), pacer.chat_opens(2, 0)) == (0, 0)


@pytest.mark.parametrize(("moments", "stops"), [((0, 0.5, 1.9), True), ((0, 0.5, 2.6), False)])
def test_three_floods_at_once_stop_everything(moments: tuple[float, ...], stops: bool) -> None:
    """When three chats must wait within two seconds it is the bot that must, not they."""
    pacer = Pacer(LIMITS, 0)

    for chat_id, now in enumerate(moments, 1):
        pacer.flooded(chat_id, 30, now)

    assert (pacer.opens(3) >= moments[-1] + 30) is stops


def test_one_chat_flooded_three_times_is_still_one_chat() -> None:
    """A stubborn chat does not stop the others."""
    pacer = Pacer(LIMITS, 0)

    for now in (0, 0.5, 1):
        pacer.flooded(1, 30, now)

    assert pacer.opens(2) == 2
