"""Channels and groups managed from the private chat: for whom somebody speaks, and whether they may."""

from __future__ import annotations

import pytest
import pytest_asyncio

from handlers.call import Standing
from handlers.marks import ROOM, marked, unmarked
from model import Picked
from store import deliveries, erasing
from tests.handlers.people import ANN, CHANNEL, GROUP, UGO, WEI, Answer, Hark, Person, Room
from tests.handlers.test_arrivals import owe
from tests.handlers.town import Town

POSTS, READS, AWAY = Standing(True, True), Standing(True, False), Standing(False, False)
NEWS = "📣 For News"


@pytest_asyncio.fixture
async def news(hark: Hark) -> Hark:
    """Give a Hark that may post in a channel which Ann and Ugo administer."""
    hark.admins.known |= {(CHANNEL.id, ANN.id), (CHANNEL.id, UGO.id)}
    hark.admins.hark[CHANNEL.id] = POSTS
    await hark.membership(ANN, CHANNEL, "left", "administrator")
    return hark


async def picks(hark: Hark, person: Person, room: Room = CHANNEL, number: int | None = None) -> list[Answer]:
    """A person picks a chat from their own."""
    wanted = Picked.CHANNEL if room is CHANNEL else Picked.GROUP
    shared = {"request_id": number or wanted.value, "chat_id": room.id, "title": room.title}
    return await hark.gets({"message": hark.message(person, None, chat_shared=shared)})


async def test_a_picked_channel_is_managed_from_then_on(news: Hark) -> None:
    """What Ann says after picking a channel is about it and says so; her own chat stays as it was."""
    [chosen] = await picks(news, ANN)
    [watched] = await news.says(ANN, "/watch Dogecoin")

    assert chosen.text.startswith(NEWS)
    assert chosen.delivery.message is not None
    assert chosen.delivery.message.picks_end
    assert watched.delivery.chat_id == ANN.id
    assert watched.text.startswith(f"{NEWS}\n🔔 Watching Dogecoin")
    assert await news.words(CHANNEL.id) == ["Dogecoin"]
    assert await news.words(ANN.id) == []


async def test_a_button_stays_about_the_chat_of_its_screen(news: Hark) -> None:
    """A screen of the channel works on it after Ann turned back to herself, and the other way round."""
    [own] = await news.says(ANN, "/watch Mine")
    await picks(news, ANN)
    await news.says(ANN, "/watch Theirs")
    [theirs] = await news.says(ANN, "/list")

    await news.taps(ANN, "Undo", own)
    assert (await news.words(ANN.id), await news.words(CHANNEL.id)) == ([], ["Theirs"])

    await news.says(ANN, "/start")
    [opened] = await news.taps(ANN, "Theirs", theirs)
    [ended] = await news.taps(ANN, "Remove", opened)
    assert ended.text.startswith(NEWS)
    assert await news.words(CHANNEL.id) == []


async def test_a_question_is_answered_for_the_chat_that_it_was_about(news: Hark) -> None:
    """Words asked for by a button of the channel's screen are the channel's, whoever is spoken for since."""
    await picks(news, ANN)
    await news.says(ANN, "/watch Old")
    [listed] = await news.says(ANN, "/list")
    [screen] = await news.taps(ANN, "Old", listed)
    await news.says(ANN, "/start")

    await news.taps(ANN, "Edit words", screen)
    [edited] = await news.says(ANN, "New")

    assert edited.text.startswith(NEWS)
    assert await news.words(CHANNEL.id) == ["New"]


async def test_a_reply_to_an_alert_is_about_the_chat_of_the_alert(news: Hark) -> None:
    """/unwatch under an alert of Ann's own chat ends her own watch while she manages the channel."""
    await news.says(ANN, "/watch AI")
    await owe(news, ANN.id)
    await picks(news, ANN)
    await news.says(ANN, "/watch AI")
    async with news.database.begin() as conn:
        [alert] = [each for each in await deliveries.due(conn, news.now, 100) if each.item_id is not None]
        taken = await deliveries.take(conn, alert)
        assert taken is not None
        await deliveries.mark_sent(conn, taken, 5000 + alert.id, news.now)
    hits = (await news.watched(ANN.id))[0].id
    assert alert.hits[0].watch_id == hits

    await news.says(ANN, "/unwatch", reply_to=Answer(alert, Room(ANN.id, "private")))

    assert (await news.words(ANN.id), await news.words(CHANNEL.id)) == ([], ["AI"])


@pytest.mark.parametrize("says", ["/list", "/forgetme", "Some words", "https://a.example/feed"])
async def test_who_is_no_administrator_any_more_changes_nothing(news: Hark, says: str) -> None:
    """Rights lost in between are told, nothing is done for either chat, and Ann is back in her own."""
    await picks(news, ANN)
    await news.says(ANN, "/watch Kept")
    news.admins.known.remove((CHANNEL.id, ANN.id))

    told = await news.says(ANN, says)
    [own] = await news.says(ANN, "/list")

    assert [each.text for each in told] == [
        "You can no longer manage News: you are no administrator there any more.\n"
        "👤 You manage your own chat again."
    ]
    assert await news.words(CHANNEL.id) == ["Kept"]
    assert own.text.startswith("Nothing is watched")


async def test_who_was_demoted_is_not_let_back_by_the_button(news: Hark) -> None:
    """The button that managed the channel says why it does not any more."""
    await picks(news, ANN)
    [manage] = await news.says(ANN, "/manage")
    await news.says(ANN, "/start")
    news.admins.known.clear()

    [refused] = await news.taps(ANN, "News", manage)

    assert refused.text == "You can no longer manage News: you are no administrator there any more."


async def test_a_tap_without_rights_is_refused(news: Hark) -> None:
    """Wei, who never administered the channel, forges its buttons in vain; so does Ann once demoted."""
    await picks(news, ANN)
    [watched] = await news.says(ANN, "/watch Kept")
    [hello] = await news.says(WEI, "/start")

    await news.sends_data(WEI, watched.data("Undo"), hello)
    await news.sends_data(WEI, marked("sp", CHANNEL.id), hello)
    news.admins.known.clear()
    [lost] = await news.taps(ANN, "Undo", watched)

    assert "no administrator" in lost.text
    assert await news.words(CHANNEL.id) == ["Kept"]
    [own] = await news.says(WEI, "/watch Own")
    assert not own.text.startswith("📣")


async def test_silence_of_telegram_changes_nothing(news: Hark) -> None:
    """Where Telegram does not say who administers, Ann tries again, and still manages the channel."""
    await picks(news, ANN)
    news.admins.silent = True
    [later] = await news.says(ANN, "/watch Dogecoin")
    news.admins.silent = False
    [listed] = await news.says(ANN, "/list")

    assert "try again" in later.text
    assert listed.text.startswith(NEWS)
    assert await news.words(CHANNEL.id) == []


async def test_two_people_manage_one_channel(news: Hark) -> None:
    """Each reads their own language, both see the same watches, and one turns back alone."""
    await picks(news, ANN)
    await picks(news, UGO)
    await news.says(ANN, "/watch Dogecoin")
    [theirs] = await news.says(UGO, "/list")
    await news.says(UGO, "/start")
    [hers] = await news.says(ANN, "/list")

    assert theirs.text.startswith("📣 Per News")
    assert "Dogecoin" in theirs.text
    assert hers.text.startswith(NEWS)


async def test_the_language_chosen_is_the_channels(news: Hark) -> None:
    """Ann chooses Italian for the channel and goes on reading English."""
    await picks(news, ANN)
    [settings] = await news.says(ANN, "/settings")
    [languages] = await news.taps(ANN, "Language", settings)
    [back] = await news.taps(ANN, "Italiano", languages)

    assert (await news.chat(CHANNEL.id)).language == "it"
    assert back.text.startswith(f"{NEWS}\nSettings")


@pytest.mark.parametrize(
    ("ours", "says"),
    [(AWAY, "I am not in News yet"), (READS, "I may not post there"), (None, "try again in a moment")],
)
async def test_what_hark_lacks_is_said(news: Hark, ours: Standing | None, says: str) -> None:
    """A picked channel in which Hark is not, or may not post, is answered with what to do."""
    if ours is None:
        news.admins.silent = True
    else:
        news.admins.hark[CHANNEL.id] = ours

    [told] = await picks(news, ANN)

    assert says in told.text


async def test_a_stranger_to_the_picked_chat_is_told_so(news: Hark) -> None:
    """Wei picks a channel that others administer; numbers of keys that are none of Hark's mean nothing."""
    [told] = await picks(news, WEI)

    assert "News" in told.text
    assert await picks(news, WEI, number=77) == []


async def test_only_what_one_administers_now_is_listed(news: Hark) -> None:
    """/manage lists a group in which Ann commanded, not the channel in which she is nobody any more."""
    news.admins.known.add((GROUP.id, ANN.id))
    await news.says(ANN, "/settings", GROUP)
    news.admins.known.remove((CHANNEL.id, ANN.id))

    [listed] = await news.says(ANN, "/manage")

    assert listed.labels == ["✓ 👤 My own chat", "👥 Readers", "Pick a channel…", "Pick a group…"]


async def test_whoever_adds_hark_is_told_in_private(hark: Hark) -> None:
    """Readers of a channel see no greeting where its administrator can be told; one tap manages it."""
    hark.admins.known.add((CHANNEL.id, ANN.id))
    hark.admins.hark[CHANNEL.id] = POSTS
    await hark.says(ANN, "/help")

    [offer] = await hark.membership(ANN, CHANNEL, "left", "administrator")
    [managed] = await hark.taps(ANN, "Manage", offer)

    assert offer.delivery.chat_id == ANN.id
    assert offer.text.startswith("📣 I can post in News now.")
    assert managed.text.startswith(NEWS)
    assert "send" in hark.engine.woken


async def test_long_work_is_answered_where_it_was_asked(news: Hark, town: Town) -> None:
    """What takes long for the channel is answered in private, and says for whom."""
    await picks(news, ANN)

    [tried] = await town.says(ANN, "/test Dogecoin")

    assert tried.delivery.chat_id == ANN.id
    assert tried.text.startswith(NEWS)


async def test_an_erased_channel_is_spoken_for_no_more(news: Hark) -> None:
    """After the channel's things are erased Ann speaks for herself, and old screens say that they are old."""
    await picks(news, ANN)
    [listed] = await news.says(ANN, "/settings")
    async with news.database.begin() as conn:
        await erasing.erase(conn, [CHANNEL.id])

    await news.taps(ANN, "Language", listed)
    [own] = await news.says(ANN, "/list")

    assert "does not work any more" in news.toasts.shown[-1]
    assert not own.text.startswith("📣")


@pytest.mark.parametrize("chat_id", [-1, -100, -1_003_000_000_001, -(2**52)])
def test_a_mark_is_read_as_it_was_written(chat_id: int) -> None:
    """The chat of a button comes back with the tap, and leaves room for the data."""
    data = marked("l:0", chat_id)

    assert unmarked(data) == ("l:0", chat_id)
    assert len(data) <= len("l:0") + ROOM
    assert marked(data, -5) == data


@pytest.mark.parametrize("data", ["l:0@", "l:0@A", "l:0@0", "a@b@c", "l:0@" + "z" * 40, "@"])
def test_a_bad_mark_is_about_no_other_chat(data: str) -> None:
    """Whoever forges a mark gets nowhere."""
    assert unmarked(data)[1] is None
