"""The buttons under an alert, and what opens behind "⋯"."""

from __future__ import annotations

from dataclasses import replace

import pytest

from alerts.buttons import first
from alerts.send import Alert
from model import Button, Chat, ChatKind, Delivery, DeliveryKind, DeliveryState, Entry, Item, NamedHit
from store import deliveries, items
from store.deliveries import OwedAlert
from tests.handlers.people import ANN, CHANNEL, GROUP, NOON, UGO, Answer, Hark, Person, Room, private
from tests.handlers.test_explaining import ENTRY, keep
from tests.handlers.town import Town

POST = Entry(guid="x:1", url="https://x.com/sama/status/1", text="AI", author="@sama", published=NOON)


async def alert(hark: Hark, room: Room, person: Person | None = None) -> Answer:
    """Send a chat the alert about the kept entry that names all of its watches."""
    hits = tuple(NamedHit(each.id, each.query) for each in await hark.watched(room.id))
    async with hark.database.begin() as conn:
        await deliveries.owe_alerts(conn, [OwedAlert(room.id, 1, 1, hits)], NOON)
        [row] = [each for each in await deliveries.due(conn, NOON, 50) if each.item_id]
        taken = await deliveries.take(conn, row)
        assert taken is not None
        await deliveries.mark_sent(conn, taken, 5000 + row.id, NOON)
    return Answer(row, room)


def labels(rows: tuple[tuple[Button, ...], ...]) -> list[list[str]]:
    """What buttons say, row by row."""
    return [[button.label for button in row] for row in rows]


def shown(answer: Answer) -> list[list[str]]:
    """What the buttons of an answer say."""
    assert answer.delivery.message is not None
    return labels(answer.delivery.message.buttons)


async def test_more_opens_in_place_and_leads_back(hark: Hark) -> None:
    """⋯ and Back change the buttons of the alert and send none of its words."""
    await hark.says(ANN, "/watch AI")
    await keep(hark)
    told = await alert(hark, private(ANN))

    [opened] = await hark.sends_data(ANN, f"am:{told.delivery.id}", told)
    [closed] = await hark.taps(ANN, "Back", replace(opened, room=private(ANN)))

    assert shown(opened)[-2:] == [["Stop this watch"], ["« Back"]]
    assert shown(closed) == [["Open", "Mute 24 h", "Why", "⋯"]]
    for answer in (opened, closed):
        message = answer.delivery.message
        assert message is not None
        assert (message.html, message.buttons_only) == ("", True)
        assert message.edit_message_id == told.message_id


async def test_a_post_can_be_reported(hark: Hark) -> None:
    """Behind ⋯ of a post on X stands the way to report it; a feed's entry has none."""
    await hark.says(ANN, "/watch AI")
    await keep(hark, POST)
    told = await alert(hark, private(ANN))

    [opened] = await hark.sends_data(ANN, f"am:{told.delivery.id}", told)

    report = next(button for button in opened.buttons if button.label == "Report to X")
    assert report.url == POST.url


async def test_why_answers_under_the_alert(town: Town) -> None:
    """Why explains the alert as a reply to it, to members of a group too."""
    hark = town.hark
    hark.admins.known.add((GROUP.id, ANN.id))
    await hark.says(ANN, "/watch@HarkBot 赵长鹏", GROUP)
    await keep(hark)
    told = await alert(hark, GROUP)

    await hark.sends_data(UGO, f"y:{told.delivery.id}", told)
    await town.step.step()
    [answer] = await hark.answers()

    assert answer.text.startswith("趙長鵬 leaves <prison>")
    assert answer.delivery.message is not None
    assert answer.delivery.message.reply_to == told.message_id


async def test_why_is_silent_in_a_channel(hark: Hark) -> None:
    """A reader of a channel cannot make Hark write there, whatever their client sends."""
    await hark.posts("/watch AI")
    await keep(hark)
    told = await alert(hark, CHANNEL)

    assert await hark.sends_data(UGO, f"y:{told.delivery.id}", told) == []
    assert hark.toasts.shown == ["Only administrators of this chat can do that."]


async def test_members_do_not_open_what_only_administrators_may_do(hark: Hark) -> None:
    """⋯ tells a member of a group that it is for administrators."""
    hark.admins.known.add((GROUP.id, ANN.id))
    await hark.says(ANN, "/watch@HarkBot AI", GROUP)
    await keep(hark)
    told = await alert(hark, GROUP)

    assert await hark.sends_data(UGO, f"am:{told.delivery.id}", told) == []
    assert hark.toasts.shown == ["Only administrators of this chat can do that."]


@pytest.mark.parametrize("tap", ["am", "ab", "y"])
async def test_an_alert_that_is_forgotten_or_anothers_says_so(hark: Hark, tap: str) -> None:
    """A button of an alert whose story is no longer kept, or of another chat, says that it is too old."""
    await hark.says(ANN, "/watch AI")
    await hark.says(UGO, "/start")
    await keep(hark)
    told = await alert(hark, private(ANN))

    assert await hark.sends_data(UGO, f"{tap}:{told.delivery.id}", replace(told, room=private(UGO))) == []
    async with hark.database.begin() as conn:
        await items.forget(conn, hark.now, ())
    assert await hark.sends_data(ANN, f"{tap}:{told.delivery.id}", told) == []

    [others, own] = hark.toasts.shown
    assert others.startswith("Questo avviso è troppo vecchio")
    assert own == "This alert is too old: I have forgotten it by now."


async def test_stopping_more_than_can_be_undone_asks_first(hark: Hark) -> None:
    """Where an alert names more watches than an Undo can hold, Stop asks with two verbs."""
    for first_word in range(24):
        await hark.says(ANN, f"/watch AI{first_word}")
    await keep(hark)
    told = await alert(hark, private(ANN))

    [asked] = await hark.sends_data(ANN, f"ua:{told.delivery.id}", told)
    kept = await hark.words(ANN.id)
    [kept_on] = await hark.taps(ANN, "Keep them", asked)
    [stopped] = await hark.taps(ANN, "Yes, stop them all", asked)

    assert len(kept) == 24
    assert shown(kept_on) == [["Open", "Mute 24 h", "Why", "⋯"]]
    assert "Not watching AI23 any more" in stopped.text
    assert await hark.words(ANN.id) == []


@pytest.mark.parametrize(
    ("chat", "expected"),
    [
        (Chat(1, ChatKind.CHANNEL), [["Open"]]),
        (Chat(1, ChatKind.PRIVATE, buttons=False), [["Open"]]),
        (Chat(1, ChatKind.PRIVATE, language="ja"), [["開く", "24時間ミュート"], ["理由", "⋯"]]),
    ],
)
def test_what_stands_under_an_alert(hark: Hark, chat: Chat, expected: list[list[str]]) -> None:
    """Channels and chats that want no buttons have Open alone; long labels stand in two rows."""
    told = Delivery(9, 1, DeliveryKind.ALERT, DeliveryState.SENT, NOON, hits=(NamedHit(1, "AI"),))
    here = Alert(9, told, Item(1, 1, "The News", ENTRY, NOON), chat)

    assert labels(first(here, hark.catalogue.text(chat.language))) == expected
