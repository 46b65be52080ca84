"""A watch is shared by a link: whoever opens it sees what it would have brought, and copies it with a tap."""

from __future__ import annotations

import re
from datetime import timedelta
from pathlib import Path

import pytest

from handlers.call import Policy
from handlers.links import Links
from matching.choice import choice_from_json
from store import watches
from tests.handlers.newsstand import brings, stands
from tests.handlers.people import ANN, FORUM, GROUP, UGO, WEI, Answer, Hark, a_hark
from tests.handlers.town import Town, town_of

MAC = r"[A-Za-z0-9_-]{16}"


async def shares(town: Town, words: str = "SamAltman") -> str:
    """Ann watches, and shares her newest watch; return what stands behind "start=" in the link."""
    await town.hark.says(ANN, f"/watch {words}")
    found = (await town.hark.watched(ANN.id))[-1]
    screen = await shows_link(town.hark, found.id)
    found_link = re.search(rf"\?start=(w_\d+-{MAC})\n", screen.text)
    assert found_link
    return found_link[1]


async def shows_link(hark: Hark, watch_id: int) -> Answer:
    """Ann opens her watch and taps Share."""
    [listed] = await hark.says(ANN, "/list")
    [screen] = await hark.sends_data(ANN, f"o:{watch_id}:0", listed)
    [shown] = await hark.taps(ANN, "Share", screen)
    return shown


async def test_a_watch_has_a_link_to_send(town: Town) -> None:
    """Share shows a link for people and one for groups, a button that sends it on, and the way back."""
    await town.hark.says(ANN, "/watch SamAltman")
    [mine] = await town.hark.watched(ANN.id)

    shown = await shows_link(town.hark, mine.id)
    [back] = await town.hark.taps(ANN, "«", shown)

    private, group = re.findall(r"https://\S+", shown.text)
    assert re.fullmatch(rf"https://t\.me/HarkBot\?start=w_{mine.id}-{MAC}", private)
    assert group == private.replace("?start=", "?startgroup=")
    assert shown.labels == ["Send the link", "Add to a group", "« Back"]
    assert shown.buttons[0].url.startswith(
        "https://t.me/share/url?url=https%3A%2F%2Ft.me%2FHarkBot%3Fstart%3Dw_"
    )
    assert shown.buttons[1].url == group
    assert back.message_id == shown.message_id
    assert "🔗 Share" in back.labels


async def test_whoever_opens_it_sees_what_it_would_have_brought_and_copies_it(town: Town) -> None:
    """The link shows the words with headlines; Start, and nothing before it, makes a watch of one's own."""
    await stands(town, "CoinDesk")
    await brings(town, "CoinDesk", "Sam Altman speaks")
    payload = await shares(town)

    [shown] = await town.says(UGO, f"/start {payload}")

    assert shown.text.splitlines()[1:] == [
        "🔎 SamAltman",
        "Ultimo giorno: un risultato",
        "• Sam Altman speaks · CoinDesk",
    ]
    assert await town.hark.words(UGO.id) == []
    [started] = await town.hark.taps(UGO, "Inizia", shown)

    assert started.message_id == shown.message_id
    assert "SamAltman" in started.text
    assert await town.hark.words(UGO.id) == ["SamAltman"]

    [again] = await town.hark.taps(UGO, "Inizia", shown)
    assert again.text.startswith("Segui già SamAltman.")
    assert await town.hark.words(UGO.id) == ["SamAltman"]


async def test_options_and_names_come_along_and_rest_does_not(town: Town) -> None:
    """A copy is as silent and finds by the same names, but is not paused, muted or in its topic."""
    await town.hark.says(ANN, "/alias SamAltman = Sammy")
    payload = await shares(town)
    [mine] = await town.hark.watched(ANN.id)
    async with town.hark.database.begin() as conn:
        await watches.silence(conn, mine.id, silent=True)
        await watches.pause(conn, mine.id, paused=True)
        await watches.mute(conn, mine.id, town.hark.now + timedelta(hours=1))
        await watches.move(conn, mine.id, 77)
        choice = mine.choice.replace('"off":[]', '"off":["sama"]')
        await watches.choose(conn, mine.id, choice)

    [shown] = await town.says(UGO, f"/start {payload}")
    await town.hark.taps(UGO, "Inizia", shown)

    [copy] = await town.hark.watched(UGO.id)
    assert (copy.silent, copy.paused, copy.muted_until, copy.thread_id) == (True, False, None, None)
    assert choice_from_json(copy.choice).off == {"sama"}
    assert choice_from_json(copy.choice).own == (("SamAltman", "Sammy"),)
    [names] = await town.says(UGO, "/alias")
    assert "Sammy" in names.text


@pytest.mark.parametrize(
    "payload",
    [
        "w_1-AAAAAAAAAAAAAAAA",
        "w_1",
        "w_",
        "abc_DEF",
        "w_1-",
        "w_999999999999999999999-AAAAAAAAAAAAAAAA",
        "w_1-ÀÀÀÀÀÀÀÀÀÀÀÀÀÀÀÀ",
    ],
)
async def test_a_link_that_is_none_of_ours_says_so(town: Town, payload: str) -> None:
    """A guess, or a link that was cut off, shows no watch: it says so and offers words to try."""
    await shares(town)

    [answer] = await town.says(UGO, f"/start {payload}")

    assert answer.text.startswith("Questo link non porta da nessuna parte")
    assert "SamAltman" not in answer.text
    assert answer.labels == ["Prova: #赵长鹏", "Prova: SamAltman", "🌐 Lingua"]


async def test_the_number_of_another_watch_opens_nothing(town: Town) -> None:
    """What proves one link proves no other: watches cannot be counted through."""
    first, second = await shares(town, "AI"), await shares(town, "BTC")
    forged = second.partition("-")[0] + "-" + first.partition("-")[2]

    [answer] = await town.says(UGO, f"/start {forged}")
    assert await town.hark.sends_data(UGO, f"cp:{forged}", answer) == []

    assert answer.text.startswith("Questo link non porta")
    assert await town.hark.words(UGO.id) == []
    assert town.hark.toasts.shown[-1].startswith("Questo pulsante non funziona più")


async def test_a_watch_that_is_gone_says_so(town: Town) -> None:
    """After its end the link says so, and so does a Start that was shown before."""
    payload = await shares(town)
    [shown] = await town.says(UGO, f"/start {payload}")
    await town.hark.says(ANN, "/unwatch SamAltman")

    [answer] = await town.says(UGO, f"/start {payload}")
    assert await town.hark.taps(UGO, "Inizia", shown) == []

    assert answer.text.startswith("Questa ricerca non c’è più: chi l’ha condivisa l’ha tolta.\n\n👋")
    assert town.hark.toasts.shown[-1].startswith("Questa ricerca non c’è più")
    assert await town.hark.words(UGO.id) == []


async def test_a_full_chat_is_told_its_limit(tmp_path: Path) -> None:
    """Who has as many watches as a chat may have gets no other one, and no names of it."""
    async with a_hark(tmp_path, Policy(watches=1)) as hark:
        town = town_of(hark)
        await hark.says(ANN, "/alias SamAltman = Sammy")
        payload = await shares(town)
        await hark.says(WEI, "/watch BTC")
        [shown] = await town.says(WEI, f"/start {payload}")

        [answer] = await hark.taps(WEI, "开始", shown)

        assert "1" in answer.text
        assert await hark.words(WEI.id) == ["BTC"]
        [names] = await town.says(WEI, "/alias")
        assert "Sammy" not in names.text


async def test_a_link_is_known_by_its_key_alone(town: Town) -> None:
    """Another Hark takes the same link for none of its own; without a key there are no links at all."""
    payload = await shares(town)

    assert Links("HarkBot", b"a key of the tests").watch_of(payload) is not None
    assert Links("HarkBot", b"another key").watch_of(payload) is None
    assert Links("HarkBot").watch_of(payload) is None
    with pytest.raises(ValueError, match="no key"):
        Links("HarkBot").payload(1)


async def test_nobody_else_shares_a_watch(town: Town) -> None:
    """The button with the number of another chat's watch shows no link."""
    await town.hark.says(ANN, "/watch SamAltman")
    [mine] = await town.hark.watched(ANN.id)
    [hello] = await town.hark.says(UGO, "/start")

    assert await town.hark.sends_data(UGO, f"sh:{mine.id}:0", hello) == []
    assert town.hark.toasts.shown[-1] == "Questa ricerca non c’è più."


async def test_in_a_group_anybody_may_open_it_and_an_administrator_starts_it(town: Town) -> None:
    """A member's link shows what it would bring; Start refuses members and obeys administrators."""
    payload = await shares(town)
    town.hark.admins.known.add((FORUM.id, UGO.id))
    await town.hark.says(UGO, "/lang en", FORUM)

    [shown] = await town.says(WEI, f"/start@HarkBot {payload}", FORUM)
    assert shown.text.startswith("🔗 A watch for this group; an administrator may start it:\n🔎 SamAltman\n")
    assert await town.hark.taps(WEI, "Start", shown) == []
    assert town.hark.toasts.shown[-1] == "Only administrators of this chat can do that."
    assert await town.hark.words(FORUM.id) == []

    await town.hark.taps(UGO, "Start", shown)
    assert await town.hark.words(FORUM.id) == ["SamAltman"]


async def test_a_link_that_adds_hark_to_a_group_greets_once(town: Town) -> None:
    """Being added and the /start of the link are one hello; said again later it is answered again."""
    [hello] = await town.hark.membership(ANN, GROUP, "left", "member")
    assert await town.hark.says(ANN, "/start@HarkBot true", GROUP) == []

    town.hark.now += timedelta(minutes=1)
    [again] = await town.hark.says(ANN, "/start@HarkBot true", GROUP)

    assert again.html == hello.html
    assert len(hello.text.splitlines()) == 2
    [broken] = await town.hark.says(ANN, "/start@HarkBot w_1-x", GROUP)
    assert broken.text.startswith("This link leads nowhere")


async def test_a_member_does_not_end_the_silence_of_a_group(town: Town) -> None:
    """/start by anybody leaves a paused group paused and says how that ends."""
    town.hark.admins.known.add((GROUP.id, ANN.id))
    await town.hark.says(ANN, "/stop", GROUP)

    [hello] = await town.hark.says(UGO, "/start", GROUP)

    assert "/resume" in hello.text
    assert (await town.hark.chat(GROUP.id)).state == "paused"
