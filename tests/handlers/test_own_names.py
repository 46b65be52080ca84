"""/alias: a chat's own names as people give them, look at them, and take them back."""

from __future__ import annotations

import pytest

from handlers.own_names import MOST_NAMES, MOST_ROWS, plain_name
from matching.choice import choice_from_json
from store import names
from tests.handlers.people import ANN, GROUP, UGO, WEI, Hark, Person


async def _rows(hark: Hark, chat_id: int = ANN.id) -> list[tuple[str, ...]]:
    async with hark.database.read() as conn:
        return [each.names for each in await names.of_chat(conn, chat_id)]


async def _own(hark: Hark, chat_id: int = ANN.id) -> list[tuple[tuple[str, ...], ...]]:
    """Return the chat's own names that each of its watches looks for."""
    return [choice_from_json(each.choice).own for each in await hark.watched(chat_id)]


async def test_alias_gives_names(hark: Hark) -> None:
    """/alias CZ = Big Z makes both mean the same, and says how many watches look for them."""
    await hark.says(ANN, "/watch 赵长鹏, Bitcoin")

    [answer] = await hark.says(ANN, "/alias CZ = 赵长鹏 ＝  Big   Z")

    assert "CZ = 赵长鹏 = Big Z" in answer.text
    assert "One of your watches looks for all of them" in answer.text
    assert answer.labels == ["Undo"]
    assert await _rows(hark) == [("CZ", "赵长鹏", "Big Z")]
    assert await _own(hark) == [(("CZ", "赵长鹏", "Big Z"),), ()]


@pytest.mark.parametrize(
    ("person", "said"),
    [
        (ANN, "No watch of yours looks for one of them yet"),
        (WEI, "目前还没有关注用到它们"),
        (UGO, "Nessuna delle tue ricerche"),
    ],
)
async def test_alias_speaks_the_persons_language(hark: Hark, person: Person, said: str) -> None:
    """The answer is in the language of the chat."""
    [answer] = await hark.says(person, "/alias alfa = beta")

    assert said in answer.text


async def test_each_line_is_a_row(hark: Hark) -> None:
    """Several lines are several rows, told in one message; an equals sign may begin or end a line."""
    [answer] = await hark.says(ANN, "/alias\nCZ = Big Z\n\nETH =\nthe merge\nBTC = title:x")

    assert "CZ = Big Z" in answer.text
    assert "ETH = the merge" in answer.text
    assert "cannot take title:x" in answer.text
    assert answer.labels == ["Undo: CZ = Big Z", "Undo: ETH = the merge"]
    assert await _rows(hark) == [("CZ", "Big Z"), ("ETH", "the merge")]

    [undone] = await hark.taps(ANN, "Undo: CZ", answer)

    assert undone.text == "Taken back. These were: CZ = Big Z"
    assert undone.message_id != answer.message_id

    assert await _rows(hark) == [("ETH", "the merge")]


async def test_a_watch_made_later_knows_the_names(hark: Hark) -> None:
    """Names that were given before /watch are found by it, and are the first of its switches."""
    await hark.says(ANN, "/alias 赵长鹏 = Big Z")

    [answer] = await hark.says(ANN, "/watch Changpeng Zhao")

    assert answer.labels[:2] == ["☑ 赵长鹏", "☑ Big Z"]
    assert await _own(hark) == [(("赵长鹏", "Big Z"),)]


async def test_names_that_share_one_are_one_row(hark: Hark) -> None:
    """Naming something anew adds to what it is called already, also where two rows meet."""
    await hark.says(ANN, "/alias alfa = beta")
    await hark.says(ANN, "/alias gamma = delta")

    await hark.says(ANN, "/alias BETA = epsilon")
    assert await _rows(hark) == [("alfa", "beta", "epsilon"), ("gamma", "delta")]

    [answer] = await hark.says(ANN, "/alias epsilon = gamma")
    assert await _rows(hark) == [("alfa", "beta", "epsilon", "gamma", "delta")]
    assert answer.labels == []


async def test_what_is_so_already_is_not_undone(hark: Hark) -> None:
    """Saying the same again changes nothing, and there is nothing to undo."""
    await hark.says(ANN, "/alias alfa = beta")

    [answer] = await hark.says(ANN, "/alias Beta = ALFA")

    assert answer.labels == []
    assert await _rows(hark) == [("alfa", "beta")]


async def test_undo_takes_new_names_back(hark: Hark) -> None:
    """Undo after /alias leaves what was there before, with the watches as they were."""
    await hark.says(ANN, "/watch 赵长鹏")
    [first] = await hark.says(ANN, "/alias 赵长鹏 = Big Z")
    [second] = await hark.says(ANN, "/alias Big Z = Boss")

    [undone] = await hark.taps(ANN, "Undo", second)
    assert undone.message_id == second.message_id
    assert await _own(hark) == [(("赵长鹏", "Big Z"),)]

    await hark.taps(ANN, "Undo", first)
    assert await _rows(hark) == []
    assert await _own(hark) == [()]


async def test_undo_that_comes_too_late_says_so(hark: Hark) -> None:
    """Names that were changed since are not torn apart by an old button."""
    [first] = await hark.says(ANN, "/alias alfa = beta")
    await hark.says(ANN, "/alias alfa = gamma")

    assert await hark.taps(ANN, "Undo", first) == []
    assert "cannot be undone" in hark.toasts.shown[-1]
    assert await _rows(hark) == [("alfa", "beta", "gamma")]


async def test_alias_alone_lists_and_removes(hark: Hark) -> None:
    """/alias shows the rows; a tap removes one in place, Undo brings it back."""
    await hark.says(ANN, "/watch 赵长鹏")
    await hark.says(ANN, "/alias 赵长鹏 = Big Z")
    await hark.says(ANN, "/alias alfa = beta")

    [shown] = await hark.says(ANN, "/alias")
    assert "2 of 50" in shown.text
    assert "1. 赵长鹏 = Big Z" in shown.text
    assert shown.labels == ["✕ 赵长鹏 = Big Z", "✕ alfa = beta"]

    [removed] = await hark.taps(ANN, "Big Z", shown)
    assert removed.message_id == shown.message_id
    assert removed.labels == ["✕ alfa = beta", "Undo"]
    assert await _own(hark) == [()]

    [back] = await hark.taps(ANN, "Undo", removed)
    assert back.labels == ["✕ alfa = beta", "✕ 赵长鹏 = Big Z"]
    assert await _own(hark) == [(("赵长鹏", "Big Z"),)]


async def test_a_removed_row_is_removed_once(hark: Hark) -> None:
    """An old button for a row that is gone says so; the last one leaves the explanation and Undo."""
    await hark.says(ANN, "/alias alfa = beta")
    [shown] = await hark.says(ANN, "/alias")

    [empty] = await hark.taps(ANN, "alfa", shown)
    assert "no names of its own" in empty.text
    assert empty.labels == ["Undo"]

    assert await hark.taps(ANN, "alfa", shown) == []
    assert hark.toasts.shown[-1] == "These names are no longer there."


async def test_alias_with_one_name_shows_what_it_means(hark: Hark) -> None:
    """/alias CZ shows the chat's row for it and what the table knows; /alias of nothing known invites."""
    await hark.says(ANN, "/alias CZ = Big Z")

    [known] = await hark.says(ANN, "/alias bigz")
    assert "CZ = Big Z" in known.text
    assert known.labels == ["✕ CZ = Big Z"]

    [doubtful] = await hark.says(ANN, "/alias 赵长鹏")
    assert "Known anyway for 赵长鹏: Changpeng Zhao +1" in doubtful.text
    assert "/alias 赵长鹏 = " in doubtful.text

    [nothing] = await hark.says(ANN, "/alias gurken")
    assert "gurken has no name of your own here" in nothing.text


async def test_a_long_list_of_names_has_pages(hark: Hark) -> None:
    """Eight rows at a time."""
    for number in range(10):
        await hark.says(ANN, f"/alias alfa{number} = beta{number}")

    [first] = await hark.says(ANN, "/alias")
    [second] = await hark.taps(ANN, "›", first)

    assert first.labels[-3:] == ["‹", "1/2", "›"]
    assert "10. alfa9 = beta9" in second.text
    assert second.message_id == first.message_id


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("a* = b", "cannot take a* as a name"),
        ("alfa = title:b", "cannot take title:b as a name"),
        ("alfa = b OR c", "cannot take b OR c as a name"),
        ("alfa = -b", "cannot take -b as a name"),
        ("alfa = /b/", "cannot take /b/ as a name"),
        ("alfa = 🚀", "cannot take 🚀 as a name"),
        ("alfa = " + "b" * 61, "up to 60 characters"),
        ("Tom & Jerry & Co", "cannot take"),
        ("alfa = alfa", "alfa is one name only"),
        ("赵长鹏 = 趙長鵬", "is one name only"),
        ("alfa =", "A name is missing"),
        ("= alfa", "A name is missing"),
        ("alfa = = beta", "A name is missing"),
        (" = ".join(f"n{number}" for number in range(MOST_NAMES + 1)), "10 names at most"),
        ("a, b", "cannot take a, b as a name"),
    ],
)
async def test_what_is_no_name_is_refused(hark: Hark, words: str, said: str) -> None:
    """A sentence says what is wrong and how to write it; nothing is changed."""
    [answer] = await hark.says(ANN, f"/alias {words}")

    assert said in answer.text
    assert await _rows(hark) == []


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("Big Z", "Big Z"),
        ("#BigZ", "BigZ"),
        ('"Big Z"', "Big Z"),
        ("$BTC", "$BTC"),
        ("@cz_binance", "@cz_binance"),
        ("C++", "C++"),
        (".NET", ".NET"),
        ("S&P 500", "S&P 500"),
        ("O’Reilly", "O’Reilly"),
        ("大表哥", "大表哥"),
        ("グランド Z", "グランド Z"),
        ("near", "near"),
    ],
)
def test_a_name_is_what_a_word_may_be(typed: str, name: str) -> None:
    """Whatever can be watched as a word can be a name."""
    assert plain_name(typed) == name


async def test_a_chat_has_room_for_fifty_rows(hark: Hark) -> None:
    """The fifty-first row is refused; what joins a row that is there still fits."""
    for number in range(MOST_ROWS):
        await hark.says(ANN, f"/alias alfa{number} = beta{number}")

    [refused] = await hark.says(ANN, "/alias one = more")
    [joined] = await hark.says(ANN, "/alias alfa7 = gamma")

    assert "50 rows" in refused.text
    assert "alfa7 = beta7 = gamma" in joined.text
    assert len(await _rows(hark)) == MOST_ROWS


async def test_a_name_given_anew_is_looked_for_even_where_it_was_off(hark: Hark) -> None:
    """Who switched CZ off and then says that CZ means him hears of it again; other switches stay."""
    [answer] = await hark.says(ANN, "/watch 赵长鹏")
    [answer] = await hark.taps(ANN, "CZ", answer)
    await hark.taps(ANN, "@cz_binance", answer)

    await hark.says(ANN, "/alias CZ = 赵长鹏")

    [watch] = await hark.watched(ANN.id)
    assert choice_from_json(watch.choice).off == {"@cz_binance"}


async def test_a_watch_taken_back_knows_the_newest_names(hark: Hark) -> None:
    """Undo of /unwatch brings back a watch that knows what was named since."""
    await hark.says(ANN, "/watch 赵长鹏")
    [ended] = await hark.says(ANN, "/unwatch 赵长鹏")
    await hark.says(ANN, "/alias 赵长鹏 = Big Z")

    await hark.taps(ANN, "Undo", ended)

    assert await _own(hark) == [(("赵长鹏", "Big Z"),)]


async def test_names_of_one_chat_are_nobody_elses(hark: Hark) -> None:
    """What one chat calls somebody means nothing in another, and its buttons neither."""
    [mine] = await hark.says(ANN, "/alias 赵长鹏 = Big Z")
    await hark.says(ANN, "/alias")
    [answer] = await hark.says(WEI, "/watch 赵长鹏")

    await hark.sends_data(WEI, mine.data("Undo"), answer)
    await hark.sends_data(WEI, "ax:1:0", answer)

    assert await _rows(hark) == [("赵长鹏", "Big Z")]
    assert await _own(hark, WEI.id) == [()]


async def test_in_groups_only_administrators_name(hark: Hark) -> None:
    """A member without rights is told so."""
    hark.admins.known.add((GROUP.id, ANN.id))

    [refused] = await hark.says(UGO, "/alias alfa = beta", GROUP)
    await hark.says(ANN, "/alias gamma = delta", GROUP)

    assert "amministratori" in refused.text
    assert await _rows(hark, GROUP.id) == [("gamma", "delta")]
