"""The other names of a watch: shown after /watch, each with a switch, and on the watch's own screen."""

from __future__ import annotations

import pytest

from matching.choice import Choice, choice_from_json
from tests.handlers.people import ANN, GROUP, UGO, WEI, Hark, Person


async def _choice(hark: Hark, chat_id: int = ANN.id) -> Choice:
    [watch] = await hark.watched(chat_id)
    return choice_from_json(watch.choice)


@pytest.mark.parametrize(
    ("person", "said"),
    [
        (
            ANN,
            "Also found (tap to switch off): 趙長鵬 · Changpeng Zhao +1 · @cz_binance · CZ (with Binance…)",
        ),
        (
            WEI,
            "同时匹配（点按可关闭）：趙長鵬 · Changpeng Zhao +1 · @cz_binance · CZ（与 Binance 等",
        ),
        (
            UGO,
            "Trovo anche (tocca per togliere): 趙長鵬 · Changpeng Zhao +1 · @cz_binance · CZ (con Binance…)",
        ),
    ],
)
async def test_watch_says_its_other_names(hark: Hark, person: Person, said: str) -> None:
    """The answer of /watch names what is found too, and which name needs what beside it."""
    [answer] = await hark.says(person, "/watch #赵长鹏")

    assert said in answer.text
    assert answer.labels[:3] == ["☑ Changpeng Zhao +1", "☑ @cz_binance", "☑ CZ"]
    assert all(len(button.data.encode()) <= 64 for button in answer.buttons)


async def test_the_word_in_the_other_script_has_no_switch(hark: Hark) -> None:
    """趙長鵬 is 赵长鹏 itself: it is said, and cannot be switched off."""
    [answer] = await hark.says(ANN, "/watch 麦粉")

    assert "Also found: 麥粉" in answer.text
    assert answer.labels == ["☐ Title only", "Undo"]


async def test_what_has_no_other_name_says_nothing_of_it(hark: Hark) -> None:
    """An unknown word, or one to be found exactly so, is answered as briefly as ever."""
    for words in ("gurken", "=Bitcoin", '"Sam Altman"'):
        [answer] = await hark.says(ANN, f"/watch {words}")

        assert "Also" not in answer.text
        assert not [each for each in answer.labels if words.strip('="') in each]


async def test_a_tap_switches_a_name_off_and_on(hark: Hark) -> None:
    """One tap turns a name off, in place and struck through; another one brings it back."""
    [answer] = await hark.says(ANN, "/watch #赵长鹏")

    [off] = await hark.taps(ANN, "CZ", answer)
    assert off.message_id == answer.message_id
    assert "<s>CZ (with Binance…)</s>" in off.html
    assert "Watching #赵长鹏" in off.text
    assert "☐ CZ" in off.labels
    assert (await _choice(hark)).off == {"cz"}

    [on] = await hark.taps(ANN, "CZ", off)
    assert "<s>" not in on.html
    assert on.labels == answer.labels
    assert await _choice(hark) == Choice()
    assert hark.toasts.shown == ["CZ: no longer looked for.", "CZ: looked for again."]


async def test_a_switch_holds_all_names_of_its_group(hark: Hark) -> None:
    """Where a switch stands for several names all of them go."""
    [answer] = await hark.says(ANN, "/watch #赵长鹏")

    await hark.taps(ANN, "Changpeng", answer)

    assert (await _choice(hark)).off == {"changpengzhao", "zhaochangpeng"}


async def test_two_taps_in_a_row_do_no_harm(hark: Hark) -> None:
    """A button says where it leads: who taps it twice, before the message changes, has it off once."""
    [answer] = await hark.says(ANN, "/watch #赵长鹏")

    await hark.taps(ANN, "CZ", answer)
    await hark.taps(ANN, "CZ", answer)

    assert (await _choice(hark)).off == {"cz"}


async def test_a_switch_is_a_change_that_the_index_follows(hark: Hark) -> None:
    """The running Hark learns of a switch: the watch has a new revision."""
    [answer] = await hark.says(ANN, "/watch #赵长鹏")
    [before] = await hark.watched(ANN.id)

    await hark.taps(ANN, "CZ", answer)

    [after] = await hark.watched(ANN.id)
    assert after.revision > before.revision


async def test_many_names_have_pages(hark: Hark) -> None:
    """Eight switches at a time; the arrows turn the page in place, and a tap there stays there."""
    [answer] = await hark.says(ANN, "/watch Sam Altman")
    assert answer.labels[8:] == ["‹", "1/2", "›", "☐ Title only", "☐ Whole phrase", "Undo"]

    [second] = await hark.taps(ANN, "›", answer)
    assert second.message_id == answer.message_id
    assert "Watching Sam Altman" in second.text
    assert "Сэм Альтман" in second.text

    [switched] = await hark.taps(ANN, "Сэм", second)
    assert "2/2" in switched.labels
    assert any(each.startswith("☐ Сэм") for each in switched.labels)


async def test_the_screen_of_a_watch_has_the_same_switches(hark: Hark) -> None:
    """/list, the watch, Other names: the same switches, with a way back."""
    await hark.says(ANN, "/watch #赵长鹏, gurken")
    [shown] = await hark.says(ANN, "/list")
    [screen] = await hark.taps(ANN, "赵长鹏", shown)

    [other] = await hark.taps(ANN, "Other names", screen)
    [switched] = await hark.taps(ANN, "CZ", other)
    [back] = await hark.taps(ANN, "Back", switched)

    assert "Also found (tap to switch off): 趙長鵬" in other.text
    assert "☐ CZ" in switched.labels
    assert back.html == screen.html
    assert {each.message_id for each in (screen, other, switched, back)} == {shown.message_id}

    [without] = await hark.taps(ANN, "gurken", shown)
    assert "Other names" not in without.labels


async def test_several_watches_in_one_message_have_no_switches(hark: Hark) -> None:
    """Several words are answered line by line; their switches are on their screens, a tap away."""
    [answer] = await hark.says(ANN, "/watch 赵长鹏, Bitcoin")

    assert answer.labels == ["赵长鹏", "Bitcoin", "Undo all"]
    assert "Also" not in answer.text


async def test_a_watch_that_is_there_shows_its_switches(hark: Hark) -> None:
    """Watching again what is watched already shows the names as they are switched."""
    [answer] = await hark.says(ANN, "/watch #赵长鹏")
    await hark.taps(ANN, "CZ", answer)

    [again] = await hark.says(ANN, "/watch #赵长鹏")

    assert "already watching" in again.text
    assert "☐ CZ" in again.labels


async def test_a_switch_of_a_watch_that_is_gone_says_so(hark: Hark) -> None:
    """An old switch still answers: the watch is no longer there."""
    [answer] = await hark.says(ANN, "/watch #赵长鹏")
    await hark.says(ANN, "/unwatch #赵长鹏")

    assert await hark.taps(ANN, "CZ", answer) == []
    assert hark.toasts.shown == ["This watch is no longer there."]


@pytest.mark.parametrize("data", ["wf:{id}:0:00000000:0", "wf:{id}:0", "wf:{id}:x:y:z", "nf:{id}:0:0:zz:0"])
async def test_a_switch_of_no_name_says_so(hark: Hark, data: str) -> None:
    """A switch for a name that the table no longer has, or a made-up one, changes nothing and says why."""
    [answer] = await hark.says(ANN, "/watch #赵长鹏")
    [watch] = await hark.watched(ANN.id)

    assert await hark.sends_data(ANN, data.format(id=watch.id), answer) == []
    assert hark.toasts.shown == ["This is no longer among its other names."]
    assert await _choice(hark) == Choice()


@pytest.mark.parametrize("data", ["wf:{id}:0:{mark}:0", "wn:{id}:0", "n:{id}:0:0", "nf:{id}:0:0:{mark}:0"])
async def test_nobody_switches_names_of_another_chat(hark: Hark, data: str) -> None:
    """A forged button with somebody else's watch is told that there is none."""
    [answer] = await hark.says(ANN, "/watch #赵长鹏")
    [own] = await hark.says(WEI, "/watch gurken")
    [watch] = await hark.watched(ANN.id)
    mark = answer.data("CZ").split(":")[3]

    assert await hark.sends_data(WEI, data.format(id=watch.id, mark=mark), own) == []
    assert hark.toasts.shown == ["这个关注已经不在了。"]
    assert await _choice(hark) == Choice()


async def test_in_groups_administrators_switch(hark: Hark) -> None:
    """Somebody without rights taps a switch in vain."""
    hark.admins.known.add((GROUP.id, ANN.id))
    [answer] = await hark.says(ANN, "/watch #赵长鹏", GROUP)

    assert await hark.taps(UGO, "CZ", answer) == []
    assert await _choice(hark, GROUP.id) == Choice()

    assert await hark.taps(ANN, "CZ", answer) != []
    assert (await _choice(hark, GROUP.id)).off == {"cz"}
