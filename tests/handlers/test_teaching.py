"""Not relevant, and Less from this source: what a tap under an alert teaches a watch."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from model import Entry, Follow, FollowMode, Item
from store import items, sources, watches
from stories.keys import keys_of
from tests.handlers.people import ANN, NOON, UGO, WEI, Answer, Person, private
from tests.handlers.test_alert_menu import alert, shown
from tests.handlers.test_explaining import keep
from tests.handlers.town import Town

FOUND = NOON - timedelta(hours=1)
UNWANTED = Entry(
    url="https://news.example/1", title="Altman casino opens in Macau", text="Slots and roulette."
)


async def news(town: Town, *titles: str) -> None:
    """Let a source have brought these, beside the first entry."""
    async with town.hark.database.begin() as conn:
        for number, title in enumerate(titles, 2):
            entry = Entry(url=f"https://news.example/{number}", title=title)
            item = Item(number, 1, "The News", entry, FOUND)
            await items.add(conn, [items.NewItem(item, keys_of(entry, 1).all())])


async def unwanted(town: Town, person: Person, entry: Entry = UNWANTED) -> Answer:
    """Give the alert about an entry that nobody meant."""
    await keep(town.hark, entry)
    return await alert(town.hark, private(person))


async def proposal(town: Town, person: Person, told: Answer) -> Answer:
    """A person taps Not relevant; return what is proposed."""
    await town.hark.sends_data(person, f"nr:{told.delivery.id}", told)
    await town.step.step()
    [answer] = await town.hark.answers()
    return answer


async def test_words_are_proposed_with_what_each_would_have_removed(town: Town) -> None:
    """Not relevant proposes words of the text that few other hits say, and counts in the store."""
    await town.says(ANN, "/watch Altman")
    await news(
        town,
        *(f"Altman speaks about models in city {number}" for number in range(11)),
        "Altman casino again",
        "Altman casino once more",
        *(f"Something else entirely, part {number}" for number in range(30)),
    )
    told = await unwanted(town, ANN)

    answer = await proposal(town, ANN, told)

    lines = answer.text.split("\n")
    assert lines[0].startswith("Which word shows that this is not what Altman is about?")
    assert lines[1] == "−casino: 3 of the last 14 hits"
    assert 2 <= len(lines[1:]) <= 3
    assert not any("altman" in line.lower() for line in lines[1:])
    assert shown(answer)[0] == ["−casino"]
    assert answer.delivery.message is not None
    assert answer.delivery.message.reply_to == told.message_id


async def test_one_tap_applies_and_one_undoes(town: Town) -> None:
    """The chosen word is left out of the watch; Undo brings the watch back as it was."""
    await town.says(ANN, "/watch Altman")
    await news(town, "Altman speaks", "Altman casino")
    answer = await proposal(town, ANN, await unwanted(town, ANN))

    [done] = await town.hark.taps(ANN, "−casino", answer)
    taught = await town.hark.words(ANN.id)
    [undone] = await town.hark.taps(ANN, "Undo", done)
    late = await town.hark.taps(ANN, "Undo", done)

    assert taught == ["Altman -casino"]
    assert done.text.split("\n") == [
        "🔕 What says “casino” is no hit any more.",
        "Altman -casino",
        "before: Altman",
    ]
    assert done.message_id == answer.message_id
    assert "Watching Altman again" in undone.text
    assert await town.hark.words(ANN.id) == ["Altman"]
    assert late == []
    assert town.hark.toasts.shown[-1].startswith("The watch has changed meanwhile")


async def test_chinese_words_are_found(town: Town) -> None:
    """Words are proposed where there are no blanks between them."""
    await town.says(WEI, "/watch 赵长鹏")
    await news(town, "赵长鹏谈监管", "赵长鹏谈教育", "赵长鹏谈未来", "赵长鹏开赌场")
    entry = Entry(url="https://news.example/1", title="赵长鹏投资赌场", text="澳门赌场。")

    answer = await proposal(town, WEI, await unwanted(town, WEI, entry))
    [done] = await town.hark.sends_data(WEI, answer.buttons[0].data, answer)

    assert answer.labels[0] == "−赌场"
    assert "最近 5 条命中里有 2 条" in answer.text
    assert await town.hark.words(WEI.id) == ["赵长鹏 -赌场"]
    assert "提到“赌场”的内容不再算命中" in done.text


async def test_all_watches_of_the_alert_learn(town: Town) -> None:
    """Where several watches hit, all of them leave the word out, and one Undo takes all of it back."""
    await town.says(ANN, "/watch Altman, Macau")
    answer = await proposal(town, ANN, await unwanted(town, ANN))

    [done] = await town.hark.taps(ANN, "−casino", answer)
    taught = await town.hark.words(ANN.id)
    await town.hark.taps(ANN, "Undo", done)

    assert taught == ["Altman -casino", "Macau -casino"]
    assert await town.hark.words(ANN.id) == ["Altman", "Macau"]


async def test_where_no_word_tells_it_apart_that_is_said(town: Town) -> None:
    """An entry that says nothing but the watched word names the other way out."""
    await town.says(ANN, "/watch Altman")
    told = await unwanted(town, ANN, Entry(url="https://news.example/1", title="Altman!"))

    answer = await proposal(town, ANN, told)

    assert "Less from this source" in answer.text
    assert answer.labels == []


async def test_less_from_this_source(town: Town) -> None:
    """The watch no longer listens to the source, says so, and listens again after Undo."""
    await town.says(ANN, "/watch Altman OR Macau")
    told = await unwanted(town, ANN)

    [done] = await town.hark.sends_data(ANN, f"ls:{told.delivery.id}", told)
    taught = await town.hark.words(ANN.id)
    again = await town.hark.sends_data(ANN, f"ls:{told.delivery.id}", told)
    await town.hark.taps(ANN, "Undo", done)

    assert taught == ['(Altman OR Macau) -source:"The News"']
    assert done.text.startswith("🔕 What The News brings is no hit of this watch any more.")
    assert again == []
    assert "It is left out already." in town.hark.toasts.shown
    assert await town.hark.words(ANN.id) == ["Altman OR Macau"]


async def test_less_of_a_source_that_sends_everything(town: Town) -> None:
    """Who gets everything of a source gets what says their words; a button asks for everything again."""
    await town.says(ANN, "/watch bitcoin")
    source = await keep(town.hark, UNWANTED)
    async with town.hark.database.begin() as conn:
        await sources.add_follow(conn, Follow(ANN.id, source.id, FollowMode.EVERYTHING, NOON))
    told = await alert(town.hark, private(ANN))

    [done] = await town.hark.sends_data(ANN, f"ls:{told.delivery.id}", told)
    [(_, follow)] = await town.own(ANN.id)
    await town.hark.taps(ANN, "Everything", done)
    [(_, back)] = await town.own(ANN.id)

    assert follow.mode is FollowMode.WORDS
    assert "I send what says one of your words" in done.text
    assert back.mode is FollowMode.EVERYTHING


@pytest.mark.parametrize("tap", ["nr", "ls", "ne"])
async def test_other_chats_cannot_teach(town: Town, tap: str) -> None:
    """Forged data that names another chat's alert changes nothing and says why."""
    await town.says(ANN, "/watch Altman")
    [mine] = (await town.says(UGO, "/watch Macau"))[:1]
    told = await unwanted(town, ANN)

    assert (
        await town.hark.sends_data(UGO, f"{tap}:{told.delivery.id}:0", replace(mine, room=private(UGO))) == []
    )

    assert await town.hark.words(ANN.id) == ["Altman"]
    assert town.hark.toasts.shown[-1].startswith("Questo avviso è troppo vecchio")


async def test_a_watch_that_has_ended_is_not_taught(town: Town) -> None:
    """After Stop the other buttons say that the watch is gone."""
    await town.says(ANN, "/watch Altman")
    told = await unwanted(town, ANN)
    async with town.hark.database.begin() as conn:
        await watches.remove(conn, [each.id for each in await watches.of_chat(conn, ANN.id)])

    for tap in ("nr", "ls"):
        assert await town.hark.sends_data(ANN, f"{tap}:{told.delivery.id}", told) == []
    assert town.hark.toasts.shown[-2:] == ["This watch is no longer there."] * 2
