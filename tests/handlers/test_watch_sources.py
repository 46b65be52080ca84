"""One watch hears some sources and not others: its own screen for that, in place."""

from __future__ import annotations

import pytest

from errors import QueryError
from matching.hearing import hears, with_all, within, without
from matching.query import parse
from model import FollowMode
from store import sources, watches
from tests.handlers.newsstand import stands
from tests.handlers.people import ANN, GROUP, UGO, Answer, Hark, Person
from tests.handlers.town import Town


async def opens(town: Town, words: str, person: Person = ANN) -> Answer:
    """A person watches for words and opens the sources of that watch."""
    [_] = await town.hark.says(person, f"/watch {words}")
    [mine] = await town.hark.watched(person.id)
    [listed] = await town.hark.says(person, "/list")
    [screen] = await town.hark.sends_data(person, f"o:{mine.id}:0", listed)
    [shown] = await town.hark.taps(person, "Sources", screen)
    return shown


async def words_of(hark: Hark) -> str:
    """Return what Ann's only watch looks for."""
    [words] = await hark.words(ANN.id)
    return words


async def test_a_source_is_left_out_and_taken_back_in_place(town: Town) -> None:
    """The screen counts the sources; one tap leaves one out, the words say so, the next takes it back."""
    await stands(town, "CoinDesk", "The Verge", "Wire")
    shown = await opens(town, "AI")

    [without_one] = await town.hark.taps(ANN, "The Verge", shown)
    assert await words_of(town.hark) == 'AI -source:"The Verge"'
    [again] = await town.hark.taps(ANN, "The Verge", without_one)
    [back] = await town.hark.taps(ANN, "«", again)

    assert shown.text.splitlines() == [
        "📡 AI",
        "Alerts come from 3 of 3 sources.",
        "Tap one to leave it out, or to take it back.",
    ]
    assert shown.labels == ["☑ CoinDesk", "☑ The Verge", "☑ Wire", "« Back"]
    assert without_one.text.splitlines()[1:3] == ["Alerts come from 2 of 3 sources.", "Left out: The Verge"]
    assert without_one.labels == ["☑ CoinDesk", "☐ The Verge", "☑ Wire", "Take all back", "« Back"]
    assert again.labels == shown.labels
    assert await words_of(town.hark) == "AI"
    assert {each.message_id for each in (without_one, again, back)} == {shown.message_id}
    assert town.hark.toasts.shown[-3:-1] == ["The Verge is left out.", "The Verge counts again."]


async def test_two_taps_in_a_row_do_no_harm(town: Town) -> None:
    """A button says to which state it leads: tapped twice it stays so."""
    await stands(town, "CoinDesk", "Wire")
    shown = await opens(town, "AI")

    await town.hark.taps(ANN, "Wire", shown)
    [second] = await town.hark.taps(ANN, "Wire", shown)

    assert await words_of(town.hark) == "AI -source:Wire"
    assert "☐ Wire" in second.labels


async def test_all_are_taken_back_at_once(town: Town) -> None:
    """What was left out, by Less from this source too, is back with one tap, where it is read no more too."""
    await stands(town, "CoinDesk")
    shown = await opens(town, "AI -source:CoinDesk -source:Gone lang:en")
    assert "Left out: CoinDesk" in shown.text

    [everything] = await town.hark.taps(ANN, "Take all back", shown)

    assert await words_of(town.hark) == "AI lang:en"
    assert everything.labels == ["☑ CoinDesk", "« Back"]
    assert town.hark.toasts.shown[-1] == "All sources count again."


async def test_words_that_ask_for_one_source_are_not_changed(town: Town) -> None:
    """Where the words name the only source the others are off, and a tap says where that is changed."""
    await stands(town, "CoinDesk", "Wire")
    shown = await opens(town, "AI source:CoinDesk")
    assert shown.labels == ["☑ CoinDesk", "☐ Wire", "« Back"]

    [same] = await town.hark.taps(ANN, "Wire", shown)

    assert same.labels == shown.labels
    assert await words_of(town.hark) == "AI source:CoinDesk"
    assert town.hark.toasts.shown[-1].startswith("The words of this watch ask for other sources.")


async def test_own_sources_come_first(town: Town) -> None:
    """A chat's own source is counted as such; what it follows whole still comes, which a tap says."""
    await stands(town, "CoinDesk")
    await town.follows(ANN, "https://news.example/feed.xml")
    [(source, follow)] = await town.own(ANN.id)
    async with town.hark.database.begin() as conn:
        await sources.add_follow(
            conn, follow.__class__(ANN.id, source.id, FollowMode.EVERYTHING, follow.created)
        )
    shown = await opens(town, "AI")
    assert shown.labels[:2] == ["☑ The News", "☑ CoinDesk"]
    assert "2 of 2 sources, one of them your own." in shown.text

    await town.hark.taps(ANN, "The News", shown)

    assert town.hark.toasts.shown[-1].endswith("but you follow everything of it: /sources")


async def test_many_sources_have_pages(town: Town) -> None:
    """Eight on a page; a tap stays on its page."""
    await stands(town, *(f"S{number}" for number in range(10)))
    shown = await opens(town, "AI")

    [second] = await town.hark.taps(ANN, "›", shown)
    [tapped] = await town.hark.taps(ANN, "S9", second)

    assert second.labels[:2] == ["☑ S8", "☑ S9"]
    assert tapped.labels[:2] == ["☑ S8", "☐ S9"]


async def test_a_watch_does_not_become_too_long(town: Town) -> None:
    """Where one more name is too much the tap says so and nothing changes."""
    await stands(town, "CoinDesk")
    shown = await opens(town, "AI")
    [mine] = await town.hark.watched(ANN.id)
    filled = mine.query
    while True:
        try:
            filled = str(parse(f"{filled} -x{len(filled)}"))
        except QueryError:
            break
    async with town.hark.database.begin() as conn:
        await watches.rewrite(conn, mine.id, filled)

    await town.hark.taps(ANN, "CoinDesk", shown)

    assert await words_of(town.hark) == filled
    assert town.hark.toasts.shown[-1].startswith("The watch would become too long.")


async def test_only_those_who_decide_may_choose(town: Town) -> None:
    """Buttons with the number of another chat's watch, or of a source not read here, change nothing."""
    await stands(town, "CoinDesk")
    shown = await opens(town, "AI")
    [mine] = await town.hark.watched(ANN.id)
    [his] = await town.hark.says(UGO, "/start")

    for data in (f"ws:{mine.id}:0", f"wt:{mine.id}:0:1:0:0", f"wr:{mine.id}:0"):
        assert await town.hark.sends_data(UGO, data, his) == []
        assert town.hark.toasts.shown[-1] == "Questa ricerca non c’è più."
    assert await town.hark.sends_data(ANN, f"wt:{mine.id}:0:99:0:0", shown) == []
    assert town.hark.toasts.shown[-1] == "This source is not read for this chat any more."
    [hello] = await town.hark.says(ANN, "/start", GROUP)
    assert await town.hark.sends_data(ANN, f"ws:{mine.id}:0", hello) == []
    assert town.hark.toasts.shown[-1] == "Only administrators of this chat can do that."
    assert await words_of(town.hark) == "AI"


@pytest.mark.parametrize(
    ("words", "source", "without_it", "back"),
    [
        ("AI", "CoinDesk", "AI -source:CoinDesk", "AI"),
        ("AI OR BTC", "The Verge", '(AI OR BTC) -source:"The Verge"', "AI OR BTC"),
        ("AI", "36氪", "AI -source:36氪", "AI"),
        (
            "AI -source:(CoinDesk OR Wire)",
            "Blog",
            "AI -source:(CoinDesk OR Wire) -source:Blog",
            "AI -source:(CoinDesk OR Wire)",
        ),
        ("AI -lang:en", "@sama", 'AI -lang:en -source:"@sama"', "AI -lang:en"),
    ],
)
def test_words_say_what_they_leave_out(words: str, source: str, without_it: str, back: str) -> None:
    """Whatever else is asked for stays as it is, there and back."""
    tighter = without(parse(words), source)
    assert tighter is not None
    assert str(tighter) == str(parse(without_it))
    assert not hears(tighter, source)
    assert hears(tighter, "Somebody Else")

    assert str(within(tighter, source)) == str(parse(back))


def test_a_source_without_a_name_cannot_be_left_out() -> None:
    """There are no words to say it with."""
    assert without(parse("AI"), "") is None
    with pytest.raises(QueryError):
        without(parse("AI"), "★★★")
    assert with_all(parse("AI source:Wire")) is None
