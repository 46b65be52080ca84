"""The first minute: words are tried before they are watched, on what is kept, or on what is read just now."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from handlers.call import Policy
from store.erasing import erase
from tests.handlers.newsstand import brings, due_now, fails, stands
from tests.handlers.people import ANN, GROUP, UGO, WEI, Answer, Person, a_hark
from tests.handlers.test_trying import arrives
from tests.handlers.town import Town, town_of


async def looks(town: Town) -> list[Answer]:
    """Let a second pass and whoever counts look; return what is shown."""
    town.hark.now += timedelta(seconds=1)
    await town.step.step()
    return await town.hark.answers()


async def tries(town: Town, person: Person, words: str) -> Answer:
    """A person says /start and taps an example; return what is shown at once."""
    [hello] = await town.hark.says(person, "/start")
    assert await town.hark.taps(person, words, hello) == []
    await town.step.step()
    [shown] = await town.hark.answers()
    return shown


async def test_an_example_is_tried_and_then_started(town: Town) -> None:
    """A tap shows how often the words were said, with headlines, and watches nothing; Start does."""
    await stands(town, "CoinDesk", "Wire")
    await brings(town, "CoinDesk", "Sam Altman speaks", "Rain in Rome")
    await brings(town, "Wire", "SamAltman has a chip")

    shown = await tries(town, ANN, "SamAltman")

    assert shown.text.splitlines() == [
        "🔎 SamAltman",
        "Last day: 2 hits; noisiest: Wire (1)",
        "• SamAltman has a chip · Wire",
        "• Sam Altman speaks · CoinDesk",
    ]
    assert shown.labels == ["▶️ Start"]
    assert await town.hark.words(ANN.id) == []
    assert town.hark.toasts.typing_in == [ANN.id]

    [started] = await town.hark.taps(ANN, "Start", shown)

    assert started.message_id == shown.message_id
    assert "Watching SamAltman" in started.text
    assert await town.hark.words(ANN.id) == ["SamAltman"]


async def test_an_empty_store_is_filled_while_one_counts_up(town: Town) -> None:
    """With nothing kept every source is due at once; one message counts them up and becomes the answer."""
    await stands(town, "A", "B", "C")
    first = await tries(town, ANN, "SamAltman")
    assert first.text == "📡 Reading 3 sources… 0"
    assert len(await due_now(town)) == 3
    await arrives(town.hark, first)

    assert await looks(town) == []
    await brings(town, "A", "Sam Altman speaks")
    [second] = await looks(town)
    await arrives(town.hark, second)
    await fails(town, "B")
    await brings(town, "C")
    [told] = await looks(town)
    await arrives(town.hark, told)

    assert second.text == "📡 Reading 3 sources… 1"
    assert told.text.splitlines()[1:] == ["Last day: one hit", "• Sam Altman speaks · A"]
    assert {second.message_id, told.message_id} == {first.message_id}
    assert told.labels == ["▶️ Start"]
    assert await looks(town) == []


async def test_edits_that_wait_are_one(town: Town) -> None:
    """While Telegram lets nothing through the newest count takes the place of the one that waits."""
    await stands(town, "A", "B")
    first = await tries(town, ANN, "SamAltman")
    await brings(town, "A")
    await looks(town)
    await brings(town, "B", "Sam Altman speaks")
    await looks(town)

    town.hark.seen = 0
    [_, only] = await town.hark.answers()

    assert only.delivery.id == first.delivery.id
    assert "Sam Altman speaks" in only.text


async def test_what_cannot_be_read_is_said_in_plain_words(town: Town) -> None:
    """Where every source fails, or takes for ever, it says so, and the words can be started all the same."""
    await stands(town, "A", "B")
    first = await tries(town, ANN, "SamAltman")
    await arrives(town.hark, first)
    await fails(town, "A")
    await fails(town, "B")

    [told] = await looks(town)

    assert told.text.splitlines()[1].startswith("No source could be read just now (2 asked).")
    assert told.labels == ["▶️ Start"]


async def test_a_slow_source_is_not_waited_for(town: Town) -> None:
    """After some seconds the answer says what the others brought."""
    await stands(town, "Fast", "Slow")
    first = await tries(town, ANN, "SamAltman")
    await arrives(town.hark, first)
    await brings(town, "Fast", "Sam Altman speaks")
    [count] = await looks(town)
    await arrives(town.hark, count)
    town.hark.now += timedelta(seconds=7)

    [told] = await looks(town)

    assert "• Sam Altman speaks · Fast" in told.text


async def test_sources_are_not_asked_for_everybody_anew(town: Town) -> None:
    """Whoever taps within the same minute shares the reading; what was read by then is not read again."""
    await stands(town, "A")
    await tries(town, ANN, "SamAltman")
    await brings(town, "A")

    shown = await tries(town, UGO, "SamAltman")

    assert shown.text.splitlines()[1].startswith("Ultimamente ciò che leggo non ha portato nulla.")
    assert await due_now(town) == []


async def test_without_any_source_one_is_asked_for(town: Town) -> None:
    """A Hark that reads nothing yet says what to send."""
    shown = await tries(town, ANN, "SamAltman")

    assert "Send me the link of a news site" in shown.text


async def test_a_reading_goes_on_after_a_restart(town: Town) -> None:
    """What counted before a restart counts on after it, in the same message."""
    await stands(town, "A")
    first = await tries(town, ANN, "SamAltman")
    await arrives(town.hark, first)
    await brings(town, "A", "Sam Altman speaks")

    again = town_of(town.hark)
    again.hark.now += timedelta(seconds=1)
    await again.step.step()
    [told] = await again.hark.answers()

    assert "Sam Altman speaks" in told.text
    assert told.message_id == first.message_id


async def test_a_reading_of_a_chat_that_is_erased_ends(town: Town) -> None:
    """Where the message is forgotten nobody counts any more."""
    await stands(town, "A")
    await tries(town, ANN, "SamAltman")
    async with town.hark.database.begin() as conn:
        await erase(conn, [ANN.id])

    assert await looks(town) == []
    assert await looks(town) == []


async def test_the_language_is_chosen_from_the_greeting(town: Town) -> None:
    """The greeting comes in the person's language; another one is chosen in its place, with a way back."""
    [hello] = await town.hark.says(WEI, "/start")
    [languages] = await town.hark.taps(WEI, "语言", hello)
    [back] = await town.hark.taps(WEI, "«", languages)
    [english] = await town.hark.taps(WEI, "English", languages)

    assert {each.message_id for each in (languages, back, english)} == {hello.message_id}
    assert back.text == hello.text
    assert english.text.startswith("👋 I read news feeds and X for you")
    assert english.labels == ["Try: #赵长鹏", "Try: SamAltman", "🌐 Language"]


async def test_in_a_group_anybody_is_told_who_decides(town: Town) -> None:
    """/start in a group says what Hark does there; only administrators may try and start."""
    [hello] = await town.hark.says(ANN, "/start", GROUP)

    assert "An administrator begins with /watch" in hello.text
    assert await town.hark.taps(ANN, "SamAltman", hello) == []
    assert town.hark.toasts.shown == ["Only administrators of this chat can do that."]


@pytest.mark.parametrize(
    ("examples", "labels", "says"),
    [
        (("BTC",), ["Try: BTC", "🌐 Language"], "/watch BTC"),
        ((), ["🌐 Language"], "/watch #AI"),
    ],
)
async def test_the_operator_chooses_the_examples(
    tmp_path: Path, examples: tuple[str, ...], labels: list[str], says: str
) -> None:
    """The words to try come from the configuration; an old button for one that is gone says so."""
    async with a_hark(tmp_path, Policy(examples=examples)) as hark:
        [hello] = await hark.says(ANN, "/start")
        assert await hark.sends_data(ANN, "try:7", hello) == []

        assert hello.labels == labels
        assert says in hello.text
        assert hark.toasts.shown == ["This button does not work any more. Say /help."]


async def test_an_example_that_cannot_be_read_says_what_is_wrong(tmp_path: Path) -> None:
    """A mistake in the configuration shows where the operator will see it."""
    async with a_hark(tmp_path, Policy(examples=("AI lang:klingon",))) as hark:
        [hello] = await hark.says(ANN, "/start")
        [answer] = await hark.taps(ANN, "Try", hello)

    assert "klingon" in answer.text
