"""/near as people use it."""

from __future__ import annotations

from datetime import timedelta

import pytest

from matching.choice import choice_from_json
from model import Entry, Item, SourceKind
from store import items, sources, watches
from store.sources import Wanted
from tests.handlers.people import ANN, GROUP, NOON, UGO, WEI, Answer, Hark, Person, private
from tests.handlers.town import Town


async def keep(hark: Hark, *titles: str) -> None:
    """Let a shared source have brought entries with these titles, the last an hour ago."""
    async with hark.database.begin() as conn:
        source = await sources.ensure(
            conn, Wanted(SourceKind.FEED, "https://a.example/", "A & B"), NOON, shared=True
        )
        new = [
            Item(
                number,
                source.id,
                "A",
                Entry(url=f"https://a.example/?n={number}", title=title),
                NOON - timedelta(hours=1),
            )
            for number, title in enumerate(titles, 1)
        ]
        await items.add(conn, [items.NewItem(item, ()) for item in new])


async def test_near_misses_are_shown_with_a_way_to_add_them(town: Town) -> None:
    """/near shows each spelling in bold, where it stands, and the query that finds it; a tap makes it so."""
    await town.says(ANN, "/watch halving")
    await keep(town.hark, "The halvign is <near>", "Halving done", "A halvign again", "Nothing")

    [answer] = await town.says(ANN, "/near 1")
    [added] = await town.hark.taps(ANN, "Add halvign", answer)

    lines = answer.text.split("\n")
    assert lines[0].startswith("Nearly halving, in 4 entries of the last 7 days.")
    assert lines[1] == "1. halvign · A halvign again · A & B · 2 times"
    assert lines[2] == "→ halving OR halvign"
    assert '<b>halvign</b> · <a href="https://a.example/?n=3">' in answer.html
    assert answer.labels == ["Add halvign"]
    assert all(len(button.data.encode()) <= 64 for button in answer.buttons)
    assert added.text == "🔔 This watch now finds halvign too: halving OR halvign"
    assert await town.hark.words(ANN.id) == ["halving OR halvign"]


async def test_a_spelling_that_is_added_knows_the_chats_own_names(town: Town) -> None:
    """What the chat calls the added spelling is looked for from then on, and no longer after Undo."""
    await town.says(ANN, "/watch halving")
    await town.says(ANN, "/alias halvign = the big cut")
    await keep(town.hark, "The halvign is near")

    [answer] = await town.says(ANN, "/near 1")
    [added] = await town.hark.taps(ANN, "Add halvign", answer)

    [watch] = await town.hark.watched(ANN.id)
    assert choice_from_json(watch.choice).own == (("halvign", "the big cut"),)

    await town.hark.taps(ANN, "Undo", added)
    [watch] = await town.hark.watched(ANN.id)
    assert choice_from_json(watch.choice).own == ()


@pytest.mark.parametrize("words", ["2", "samaltman", "Sam Altman"])
async def test_a_watch_is_named_by_number_or_words(town: Town, words: str) -> None:
    """A number is that of /list; words need not be typed as the watch was."""
    await town.says(ANN, "/watch bitcoin, Sam Altman")
    await keep(town.hark, "Sam H. Altman speaks")

    [answer] = await town.says(ANN, f"/near {words}" if words != "samaltman" else "/near sam altman")

    assert '→ (Sam Altman) OR "Sam H. Altman"' in answer.text


async def test_without_words_people_choose(town: Town) -> None:
    """/near alone shows the watches as buttons; so does a name that no watch has."""
    await town.says(ANN, "/watch bitcoin, halving")
    await keep(town.hark, "bitcion")

    [choice] = await town.hark.says(ANN, "/near")
    [unknown] = await town.hark.says(ANN, "/near 77")
    await town.hark.taps(ANN, "bitcoin", choice)
    await town.step.step()
    [answer] = await town.hark.answers()

    assert choice.labels == ["bitcoin", "halving"]
    assert "There is no watch 77" in unknown.text
    assert "bitcoin OR bitcion" in answer.text


async def test_several_spellings_are_added_one_after_the_other(town: Town) -> None:
    """Each tap adds its spelling to the watch as it is by then; the same tap twice adds nothing more."""
    await town.says(ANN, "/watch title:(halving OR bitcoin) ETF -gold")
    await keep(town.hark, "halvign ETF", "bitcion ETF", "halvign", "bitcion ETF gold")

    [answer] = await town.says(ANN, "/near 1")
    for label in ("halvign", "bitcion", "halvign"):
        await town.hark.taps(ANN, f"Add {label}", answer)

    assert await town.hark.words(ANN.id) == ["title:(halving OR halvign OR bitcoin OR bitcion) ETF -gold"]
    assert town.hark.toasts.shown[-1] == "halvign: found from now on."


async def test_an_addition_can_be_undone(town: Town) -> None:
    """Undo takes the spelling out again, and leaves what was added since."""
    await town.says(ANN, "/watch halving OR bitcoin")
    await keep(town.hark, "halvign", "bitcion")
    [answer] = await town.says(ANN, "/near 1")
    [first] = await town.hark.taps(ANN, "Add halvign", answer)
    await town.hark.taps(ANN, "Add bitcion", answer)

    [undone] = await town.hark.taps(ANN, "Undo", first)
    again = await town.hark.taps(ANN, "Undo", first)

    assert undone.text == "🔔 Watching halving OR bitcoin OR bitcion again."
    assert await town.hark.words(ANN.id) == ["halving OR bitcoin OR bitcion"]
    assert again == []
    assert town.hark.toasts.shown[-2:] == ["As it was.", "This watch has changed meanwhile. Say /near again."]


async def test_only_what_lacks_nothing_else_is_near(town: Town) -> None:
    """An entry that the watch would not find even with the spelling is no near miss."""
    await town.says(ANN, "/watch halving ETF -gold")
    await keep(town.hark, "halvign of gold ETF", "halvign")

    [answer] = await town.says(ANN, "/near 1")

    assert answer.text.startswith("Nothing was nearly halving ETF -gold, in 2 entries")
    assert answer.labels == []


async def test_at_most_five_are_shown_the_likeliest_first(town: Town) -> None:
    """Slips come before words inside others, and what many entries say in small letters comes last."""
    await town.says(ANN, "/watch Halving")
    await keep(
        town.hark, "xhalvingx", "yhalvingy", "zhalvingz", "uhalvingu", *["shaving"] * 6, "halvinq", "Halvng"
    )

    [answer] = await town.says(ANN, "/near 1")

    assert answer.labels == ["Add Halvng", "Add halvinq", "Add uhalvingu", "Add zhalvingz", "Add yhalvingy"]


@pytest.mark.parametrize(
    ("person", "watched", "title", "result"),
    [
        (WEI, "赵长鹏", "赵某长鹏出狱", "赵长鹏 OR 赵某长鹏"),
        (WEI, "=赵长鹏", "趙長鵬出獄", "=赵长鹏 OR =趙長鵬"),
        (UGO, "=Apple", "apple", "=Apple OR =apple"),
        (UGO, "mac", "machine", "mac OR machine"),
        (ANN, "Altman near/3 OpenAI", "Altmann left OpenAI", "Altman near/3 OpenAI OR Altmann near/3 OpenAI"),
        (ANN, '"spot etf"', "ETF spot", '"spot etf" OR "ETF spot"'),
    ],
)
async def test_what_is_proposed_finds_the_entry(
    town: Town, person: Person, watched: str, title: str, result: str
) -> None:
    """Whatever the difference, the query that stands under it finds the entry, in every language of Hark."""
    await town.says(person, f"/watch {watched}")
    await keep(town.hark, title)

    [answer] = await town.says(person, "/near 1")
    await town.hark.sends_data(person, answer.buttons[0].data, answer)

    assert f"→ {result}" in answer.text
    assert await town.hark.words(person.id) == [result]


async def test_old_buttons_answer(town: Town) -> None:
    """A button of a watch that is gone, changed, another chat's or forged does no harm and says so."""
    await town.says(ANN, "/watch halving")
    await keep(town.hark, "halvign")
    [answer] = await town.says(ANN, "/near 1")
    await town.hark.sends_data(UGO, answer.buttons[0].data, Answer(answer.delivery, private(UGO)))
    await town.hark.sends_data(ANN, answer.buttons[0].data[:-1] + "9", answer)
    async with town.hark.database.begin() as conn:
        [mine] = await watches.of_chat(conn, ANN.id)
        await watches.rewrite(conn, mine.id, "bitcoin")
    await town.hark.sends_data(ANN, answer.buttons[0].data, answer)
    await town.hark.says(ANN, "/unwatch bitcoin")
    await town.hark.sends_data(ANN, answer.buttons[0].data, answer)

    changed = "This watch has changed meanwhile. Say /near again."
    assert town.hark.toasts.shown[0] == "Questa ricerca non c’è più."
    assert town.hark.toasts.shown[1:] == [changed, changed, "This watch is no longer there."]


async def test_near_without_watches_and_by_a_member(town: Town) -> None:
    """Without watches there is nothing to look around; in groups only administrators change watches."""
    [nothing] = await town.hark.says(ANN, "/near 1")
    [refused] = await town.hark.says(ANN, "/near 1", GROUP)

    assert "Nothing is watched here yet" in nothing.text
    assert "Only administrators" in refused.text


async def test_a_watch_that_ended_meanwhile(town: Town) -> None:
    """A watch that ends while Hark looks is said to be gone."""
    await town.says(ANN, "/watch halving")
    await town.hark.says(ANN, "/near 1")
    await town.hark.says(ANN, "/unwatch halving")
    await town.step.step()

    [*_, answer] = await town.hark.answers()

    assert answer.text == "This watch is no longer there."


async def test_a_very_long_query_still_makes_one_message(town: Town) -> None:
    """Queries of a thousand letters fit: fewer spellings are shown."""
    await town.says(ANN, f"/watch halving -{'x' * 900}")
    await keep(town.hark, "halvign", "halvng", "halvnig", "hallving", "having")

    [answer] = await town.says(ANN, "/near 1")

    assert len(answer.text) < 4096
    assert 1 <= len(answer.buttons) < 5


async def test_two_thousand_entries_take_no_time(town: Town) -> None:
    """A week of entries is looked through while a person waits."""
    words = [
        "market",
        "bitcoin",
        "ether",
        "moved",
        "after",
        "news",
        "central",
        "bank",
        "比特币",
        "与",
        "以太坊",
    ]
    await town.says(ANN, "/watch Sam Altman OpenAI")
    async with town.hark.database.begin() as conn:
        source = await sources.ensure(
            conn, Wanted(SourceKind.FEED, "https://a.example/", "A"), NOON, shared=True
        )
        new = [
            Item(
                number,
                source.id,
                "A",
                Entry(
                    title=f"OpenAI {number}",
                    text=" ".join(f"{words[(number + at) % len(words)]}{at % 7 or ''}" for at in range(100)),
                ),
                NOON,
            )
            for number in range(1, 2001)
        ]
        await items.add(conn, [items.NewItem(item, ()) for item in new])

    [answer] = await town.says(ANN, "/near 1")

    assert "in 2,000 entries" in answer.text
