"""Who is no operator asks one for what costs money, and hears what came of it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from handlers.call import Policy
from model import Chat, ChatKind, Delivery, DeliveryKind, FollowMode
from store import chats, deliveries, watches
from tests.handlers.people import (
    ANN,
    CHANNEL,
    FORUM,
    GROUP,
    NOON,
    UGO,
    Answer,
    Hark,
    Person,
    Room,
    a_hark,
    private,
)
from tests.handlers.test_managing import POSTS, picks
from tests.handlers.test_x_price import TERMS, Market, a_market

BOB = Person(10, "Bob <b>")
EVE = Person(11, "Eve")


@pytest.fixture
async def market(tmp_path: Path) -> AsyncIterator[Market]:
    """Give a market that Ann and Ugo operate; both are known to Hark, Ugo in Italian."""
    async for found in a_market(tmp_path, Policy(frozenset({ANN.id, UGO.id}), x=TERMS)):
        await found.hark.says(ANN, "/start")
        await found.hark.says(UGO, "/start")
        async with found.hark.database.begin() as conn:
            await chats.save(conn, Chat(BOB.id, ChatKind.PRIVATE, title=BOB.name))
        yield found


async def told(hark: Hark, chat_id: int) -> list[Answer]:
    """Return the notices that wait for a chat."""
    async with hark.database.read() as conn:
        every = await deliveries.due(conn, NOON + timedelta(days=99), 500)
    mine = [each for each in every if each.chat_id == chat_id and each.kind is DeliveryKind.NOTICE]
    return [Answer(each, Room(chat_id, "private")) for each in sorted(mine, key=lambda each: each.id)]


async def arrives(hark: Hark, answer: Answer) -> Delivery:
    """Let a notice be sent, as the message that a tap on it names."""
    async with hark.database.begin() as conn:
        taken = await deliveries.take(conn, answer.delivery)
        assert taken is not None
        await deliveries.mark_sent(conn, taken, answer.message_id, hark.now)
    return taken


async def wishes(market: Market, person: Person = BOB, words: str = "/bit+coin/") -> Answer:
    """Return the price that a person hears of a watch."""
    [offer] = await market.priced(person, f"/watch {words}")
    return offer


async def test_one_tap_asks_and_one_tap_allows(market: Market) -> None:
    """Bob asks; both operators get chat, words and price; Ann allows; Bob and Ugo are told."""
    hark = market.hark
    [sent] = await hark.taps(BOB, "Ask an operator", await wishes(market))
    [request], [richiesta] = await told(hark, ANN.id), await told(hark, UGO.id)
    await arrives(hark, request)
    await arrives(hark, richiesta)
    before = await market.whole(BOB.id)
    [done] = await hark.taps(ANN, "Allow", request)
    [answer], [fatto] = await told(hark, BOB.id), await told(hark, UGO.id)

    assert "I have asked the operators whether X may be read whole for /bit+coin/" in sent.text
    assert sent.labels == []
    assert request.text == (
        "🙋 Bob <b> asks to have X read whole for /bit+coin/. It would cost about $1.50 a month."
    )
    assert (request.labels, richiesta.labels) == (["Allow", "Refuse"], ["Permetti", "Rifiuta"])
    assert (before, await market.whole(BOB.id)) == ([False], [True])
    assert done.text == f"{request.text}\n✅ Allowed."
    assert (done.message_id, done.labels) == (request.message_id, [])
    assert answer.text == "✅ The operators allow it: X is read whole for /bit+coin/ from now on."
    assert fatto.text == f"{richiesta.text}\n✅ Permesso."
    assert (fatto.message_id, fatto.labels) == (richiesta.message_id, [])
    [ended] = await hark.taps(BOB, "No longer read X whole", answer)
    assert "not read whole" in ended.text
    assert await market.whole(BOB.id) == [False]


async def test_a_refusal_is_told_and_holds_for_a_day(market: Market) -> None:
    """Bob hears that it is refused, nothing is read whole; the same can be asked again a day later."""
    hark = market.hark
    [followed] = await market.town.follows(BOB, "@sama")
    [priced] = await market.taps(BOB, "Everything", followed)
    [sent] = await hark.taps(BOB, "Ask an operator", priced)
    [request] = await told(hark, ANN.id)
    await arrives(hark, request)
    [done] = await hark.taps(ANN, "Refuse", request)
    [answer] = await told(hark, BOB.id)
    [soon] = await market.taps(BOB, "Everything", followed)
    hark.now += timedelta(days=1, minutes=1)
    [later] = await market.taps(BOB, "Everything", followed)

    assert "everything of @sama may be read, for about $1.50 a month" in sent.text
    assert sent.labels == ["Only my words", "Unfollow"]
    assert request.text.startswith("🙋 Bob <b> asks for everything of @sama on X.")
    assert done.text.endswith("❌ Refused.")
    assert answer.text.startswith("❌ The operators do not allow everything of @sama.")
    assert [each.mode for _, each in await market.town.own(BOB.id)] == [FollowMode.WORDS]
    assert "have refused it" in soon.text
    assert "Ask an operator" not in soon.labels
    assert "Ask an operator" in later.labels


async def test_everything_of_an_account_is_allowed_too(market: Market) -> None:
    """Once it is allowed everything of the account comes."""
    [followed] = await market.town.follows(BOB, "@sama")
    [priced] = await market.taps(BOB, "Everything", followed)
    await market.hark.taps(BOB, "Ask an operator", priced)
    [request] = await told(market.hark, ANN.id)

    await market.hark.taps(ANN, "Allow", request)

    [answer] = await told(market.hark, BOB.id)
    assert answer.text == "✅ The operators allow it: I send everything new of @sama."
    assert [each.mode for _, each in await market.town.own(BOB.id)] == [FollowMode.EVERYTHING]


async def test_asking_twice_sends_once(market: Market) -> None:
    """However often Bob taps, and asks anew, an operator gets one message."""
    hark = market.hark
    [followed] = await market.town.follows(BOB, "@sama")
    [priced] = await market.taps(BOB, "Everything", followed)
    await hark.taps(BOB, "Ask an operator", priced)
    await hark.taps(BOB, "Ask an operator", priced)
    again = hark.toasts.shown[-1]
    [second] = await market.taps(BOB, "Everything", followed)

    assert again == "The operators have been asked; their answer comes here."
    assert again in second.text
    assert "Ask an operator" not in second.labels
    assert len(await told(hark, ANN.id)) == 1


async def test_the_first_answer_counts(market: Market) -> None:
    """What Ann has refused Ugo cannot allow afterwards: his message says what was decided."""
    hark = market.hark
    await hark.taps(BOB, "Ask an operator", await wishes(market))
    [request], [richiesta] = await told(hark, ANN.id), await told(hark, UGO.id)
    await hark.taps(ANN, "Refuse", request)

    [late] = await hark.taps(UGO, "Permetti", richiesta)

    assert late.text.endswith("❌ Rifiutato.")
    assert hark.toasts.shown[-1] == "È già stato deciso."
    assert await market.whole(BOB.id) == [False]
    assert len(await told(hark, BOB.id)) == 1


async def test_who_is_no_operator_cannot_answer(market: Market) -> None:
    """Bob cannot allow it himself with a forged button, nor ask with one of another chat."""
    hark = market.hark
    offer = await wishes(market)
    elsewhere = replace(offer, room=private(EVE))
    await hark.sends_data(EVE, offer.data("Ask an operator"), elsewhere)
    foreign = hark.toasts.shown[-1]
    await hark.taps(BOB, "Ask an operator", offer)
    [request] = await told(hark, ANN.id)

    await hark.sends_data(BOB, request.data("Allow"), offer)

    assert foreign == "That is not asked for any more."
    assert hark.toasts.shown[-1] == "Only the operators of this Hark can allow what costs money."
    assert await market.whole(BOB.id) == [False]


async def test_after_a_restart_the_buttons_work_but_not_for_a_former_operator(
    market: Market, tmp_path: Path
) -> None:
    """Hark starts anew without Ann among its operators: she cannot allow what Ugo still can."""
    await market.hark.taps(BOB, "Ask an operator", await wishes(market))
    [request], [richiesta] = await told(market.hark, ANN.id), await told(market.hark, UGO.id)

    async with a_hark(tmp_path, Policy(frozenset({UGO.id}), x=TERMS)) as hark:
        hark.numbers = 5000
        await hark.taps(ANN, "Allow", request)
        refused, before = hark.toasts.shown[-1], await market.whole(BOB.id)
        await hark.taps(UGO, "Permetti", richiesta)

    assert refused == "Only the operators of this Hark can allow what costs money."
    assert (before, await market.whole(BOB.id)) == ([False], [True])


async def test_what_is_no_longer_wanted_is_not_read(market: Market) -> None:
    """The watch ends before an operator answers: nothing is allowed, and the operator reads so."""
    hark = market.hark
    await hark.taps(BOB, "Ask an operator", await wishes(market))
    [request] = await told(hark, ANN.id)
    async with hark.database.begin() as conn:
        await watches.remove(conn, [each.id for each in await watches.of_chat(conn, BOB.id)])

    [done] = await hark.taps(ANN, "Allow", request)

    assert done.text == "What Bob <b> asked for is not wanted any more."
    assert await told(hark, BOB.id) == []


async def test_a_group_and_its_topic_hear_the_answer(market: Market) -> None:
    """In a group an administrator asks; the operator reads the group's title, the answer goes there."""
    hark = market.hark
    hark.admins.known.add((FORUM.id, BOB.id))
    await hark.says(BOB, "/watch /bit+coin/", FORUM, topic=42)
    await market.town.step.step()
    offer = next(each for each in await hark.answers() if "a month" in each.text)
    await hark.taps(BOB, "Ask an operator", offer)
    [request] = await told(hark, ANN.id)
    await hark.taps(ANN, "Allow", request)
    [answer] = await told(hark, FORUM.id)

    assert offer.labels == ["Read X whole", "Ask an operator"]
    assert request.text.startswith("🙋 Forum asks to have X read whole")
    assert (answer.delivery.thread_id, await market.whole(FORUM.id)) == (42, [True])


async def test_the_readers_of_a_channel_hear_of_no_price(market: Market) -> None:
    """Who manages a channel in private is asked there, and hears there what the operators answered."""
    hark = market.hark
    hark.admins.known.add((CHANNEL.id, BOB.id))
    hark.admins.hark[CHANNEL.id] = POSTS
    await hark.membership(BOB, CHANNEL, "left", "administrator")
    await picks(hark, BOB)
    offer = await wishes(market)
    [sent] = await hark.taps(BOB, "Ask an operator", offer)
    [request] = await told(hark, ANN.id)
    await hark.taps(ANN, "Allow", request)
    [answer] = await told(hark, BOB.id)

    assert sent.delivery.chat_id == BOB.id
    assert request.text.startswith("🙋 News asks to have X read whole")
    assert answer.text.startswith("📣 For News\n")
    assert "The operators allow it" in answer.text
    assert await told(hark, CHANNEL.id) == []
    assert await market.whole(CHANNEL.id) == [True]
    [ended] = await hark.taps(BOB, "No longer read X whole", answer)
    assert "not read whole" in ended.text


async def test_a_group_that_moves_keeps_its_wish(market: Market) -> None:
    """A group becomes a supergroup before an operator answers: the answer finds it."""
    hark = market.hark
    hark.admins.known.add((GROUP.id, BOB.id))
    await hark.says(BOB, "/watch /bit+coin/", GROUP)
    await market.town.step.step()
    offer = next(each for each in await hark.answers() if "a month" in each.text)
    await hark.taps(BOB, "Ask an operator", offer)
    moved = {"message_id": 1, "date": 1, "chat": FORUM.json(), "migrate_from_chat_id": GROUP.id}
    await hark.gets({"message": moved})
    [request] = await told(hark, ANN.id)

    await hark.taps(ANN, "Allow", request)

    assert await market.whole(FORUM.id) == [True]
    assert len(await told(hark, FORUM.id)) == 1


async def test_few_wishes_of_a_chat_wait_at_once(market: Market) -> None:
    """Nobody floods the operators: a sixth request waits until one is answered."""
    hark = market.hark
    for letter in "abcdef":
        await hark.taps(BOB, "Ask an operator", await wishes(market, words=f"/{letter}+x/"))

    assert hark.toasts.shown[-1] == "The operators have not answered your earlier requests yet."
    assert len(await told(hark, ANN.id)) == 5


async def test_operators_out_of_reach_are_not_asked(market: Market) -> None:
    """Both operators have blocked Hark: Bob is told that none can be reached, and may ask later."""
    hark = market.hark
    offer = await wishes(market)
    for operator in (ANN, UGO):
        await hark.membership(operator, private(operator), "member", "kicked")
    await hark.taps(BOB, "Ask an operator", offer)
    first = hark.toasts.shown[-1]
    for operator in (ANN, UGO):
        await hark.membership(operator, private(operator), "kicked", "member")
    await hark.taps(BOB, "Ask an operator", offer)

    assert first == "No operator can be reached now."
    assert hark.toasts.shown[-1] == "Asked."


async def test_operators_are_not_sent_to_ask_themselves(market: Market) -> None:
    """Ann, who may allow it, has no button to ask for it."""
    assert (await wishes(market, ANN)).labels == ["Read X whole"]
