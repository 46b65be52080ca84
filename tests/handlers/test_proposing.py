"""What members of a group propose, as they and the administrators see it."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.handlers.people import ANN, FORUM, GROUP, Answer, Hark, Person

ADMIN, BOB, EVE = ANN, Person(10, "Bob"), Person(11, "Eve")


@pytest.fixture
def group(hark: Hark) -> Hark:
    """Give a Hark whose group and forum are administered by Ann."""
    hark.admins.known |= {(GROUP.id, ADMIN.id), (FORUM.id, ADMIN.id)}
    return hark


async def proposed(group: Hark, words: str) -> Answer:
    """Let Bob propose something."""
    [answer] = await group.says(BOB, f"/watch {words}", GROUP)
    return answer


async def test_what_is_approved_is_watched_where_it_was_proposed(group: Hark) -> None:
    """A proposal made in a topic lives there once an administrator has approved it."""
    [answer] = await group.says(BOB, "/watch Bitcoin", FORUM, topic=5)
    await group.taps(ADMIN, "Approve", answer)

    [watch] = await group.watched(FORUM.id)
    assert (watch.query, watch.thread_id) == ("Bitcoin", 5)


async def test_who_was_administrator_decides_nothing(group: Hark) -> None:
    """Rights are looked at when the button is tapped, not when the proposal was made."""
    answer = await proposed(group, "Bitcoin")
    group.admins.known.clear()

    assert await group.taps(ADMIN, "Approve", answer) == []
    assert await group.taps(ADMIN, "Decline", answer) == []
    assert group.toasts.shown[-2:] == ["Only administrators of this chat can do that."] * 2
    assert await group.watched(GROUP.id) == []


async def test_a_decision_is_made_once(group: Hark) -> None:
    """The second administrator who taps learns that it is decided."""
    answer = await proposed(group, "Bitcoin")
    await group.taps(ADMIN, "Decline", answer)

    assert await group.taps(ADMIN, "Approve", answer) == []
    assert "decided already" in group.toasts.shown[-1]
    assert await group.watched(GROUP.id) == []


async def test_nobody_floods_a_group(group: Hark) -> None:
    """Three proposals of a member wait at once; others may still propose, up to ten in all."""
    for number in range(3):
        assert "proposes" in (await proposed(group, f"word{number}")).text
    assert "3 of your proposals wait" in (await proposed(group, "another")).text
    [other] = await group.says(EVE, "/watch another", GROUP)
    assert "proposes" in other.text


async def test_a_week_later_it_is_forgotten(group: Hark) -> None:
    """What nobody decided for a week does nothing any more, and may be proposed again."""
    answer = await proposed(group, "Bitcoin")
    group.now += timedelta(days=8)

    assert await group.taps(ADMIN, "Approve", answer) == []
    assert "nobody decided for a week" in group.toasts.shown[-1]
    assert "proposes" in (await proposed(group, "Bitcoin")).text


async def test_a_full_list_takes_no_proposal(group: Hark) -> None:
    """Where all watches are taken, that is said instead of asking administrators."""
    await group.says(ADMIN, "/watch " + ", ".join(f"w{number}" for number in range(50)), GROUP)

    assert "50 watches are the limit here" in (await proposed(group, "Bitcoin")).text


async def test_a_proposal_waits_until_there_is_room(group: Hark) -> None:
    """Approved while all watches are taken nothing is lost: that is said, and the buttons still work."""
    answer = await proposed(group, "Bitcoin")
    await group.says(ADMIN, "/watch " + ", ".join(f"w{number}" for number in range(50)), GROUP)

    [full] = await group.taps(ADMIN, "Approve", answer)
    assert "50 watches are the limit here" in full.text
    await group.says(ADMIN, "/unwatch w7", GROUP)
    await group.taps(ADMIN, "Approve", answer)
    assert "Bitcoin" in await group.words(GROUP.id)


async def test_who_speaks_for_another_chat_proposes_nothing(group: Hark) -> None:
    """A channel that writes into the group is nobody's member: it is refused as ever."""
    message = group.message(BOB, GROUP, text="/watch Bitcoin")
    message["sender_chat"] = {"id": -100999, "type": "channel", "title": "Elsewhere"}

    [answer] = await group.gets({"message": message})

    assert answer.text == "Only administrators of this chat can do that."
