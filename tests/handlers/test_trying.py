"""Trying words on the last days, as people see it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from handlers.call import Policy
from handlers.errands import ErrandStep
from model import Entry, Item, SourceKind
from store import deliveries, items, sources, watches
from store.sources import Wanted
from tests.handlers.people import ANN, NOON, UGO, WEI, Answer, Hark, Person
from tests.handlers.town import Town


async def keep(hark: Hark, source: str, *entries: Entry, every: timedelta = timedelta(days=1)) -> None:
    """Let a shared source have brought these entries one by one, the last one an hour ago."""
    async with hark.database.begin() as conn:
        wanted = Wanted(SourceKind.FEED, f"https://{source}.example/", source)
        brought_by = await sources.ensure(conn, wanted, NOON, shared=True)
        first = brought_by.id * 100
        new = [
            Item(first - number, brought_by.id, source, entry, NOON - number * every - timedelta(hours=1))
            for number, entry in enumerate(reversed(entries))
        ]
        await items.add(conn, [items.NewItem(item, ()) for item in new])


async def keep_news(hark: Hark) -> None:
    """Let two sources have brought what speaks of AI, in the title and further down."""
    mentions = [
        Entry(url=f"https://a.example/{n}", title=f"Rain {n}", text="AI said so", language="en")
        for n in range(4)
    ]
    await keep(hark, "Loud", *mentions, Entry(title="AI wins", language="en"))
    await keep(hark, "Calm", Entry(title="AI loses", language="en"))


async def test_a_test_says_how_much_and_of_whom(town: Town) -> None:
    """How many hits, the noisiest source, newest samples of different sources first, and how to hear less."""
    await keep_news(town.hark)

    [answer] = await town.says(ANN, "/test AI")

    assert answer.text.splitlines()[:5] == [
        "🔎 AI",
        "Last 5 days: 6 hits, 1 a day; noisiest: Loud (5)",
        "• AI wins · Loud",
        "• AI loses · Calm",
        "• Rain 3 · Loud",
    ]
    assert "To hear less; of 6 hits it would have left out:" in answer.text
    assert "without Loud: −5 · AI -source:Loud\n  – AI wins" in answer.text
    assert answer.labels == ["Watch AI", "without Loud: −5", "title only: −4"]


async def test_commas_separate_what_is_tried(town: Town) -> None:
    """/test with commas or new lines counts what any of the watches would have told."""
    await keep_news(town.hark)

    [answer] = await town.says(ANN, "/test nothing，AI wins\nAI loses")

    assert answer.text.splitlines()[0] == "🔎 nothing OR (AI wins) OR (AI loses)"
    assert "2 hits" in answer.text


async def test_a_mistake_in_a_test_has_a_way_out(town: Town) -> None:
    """What cannot be read gets a corrected query to tap, which is then tried in the same message."""
    await keep_news(town.hark)
    [answer] = await town.says(ANN, "/test AI lang:klingon")
    assert answer.labels == ["Try: AI lang:en"]

    await town.hark.taps(ANN, "Try", answer)
    await town.step.step()
    [tried] = await town.hark.answers()

    assert tried.message_id == answer.message_id
    assert tried.text.startswith("🔎 AI lang:en\n")


async def test_a_tightening_is_tried_in_place(town: Town) -> None:
    """A tap on a tightening shows its test in the same message, from which the tighter watch is started."""
    await keep_news(town.hark)
    [answer] = await town.says(ANN, "/test AI")

    assert await town.hark.taps(ANN, "title only", answer) == []
    await town.step.step()
    [edited] = await town.hark.answers()
    [started] = await town.hark.taps(ANN, "Watch title:AI", edited)

    assert edited.message_id == answer.message_id == started.message_id
    assert edited.text.startswith("🔎 title:AI\nLast 5 days: 2 hits")
    assert await town.hark.words(ANN.id) == ["title:AI"]


async def test_a_button_whose_words_are_gone(town: Town) -> None:
    """A button that points to words which the message does not show is too old."""
    [answer] = await town.says(ANN, "/test AI")

    await town.hark.sends_data(ANN, "tt:7", answer)

    assert town.hark.toasts.shown[-1] == "This button does not work any more. Say /help."


async def arrives(hark: Hark, answer: Answer) -> None:
    """Let an answer be with the person, and a few seconds pass."""
    async with hark.database.begin() as conn:
        taken = await deliveries.take(conn, answer.delivery)
        assert taken is not None
        await deliveries.mark_sent(conn, taken, answer.message_id, hark.now)
    later(hark)


def later(hark: Hark) -> None:
    """Let a few seconds pass."""
    hark.now += timedelta(seconds=3)


@pytest.mark.parametrize(
    ("person", "says"),
    [
        (ANN, "Last 5 days: 6 hits, 1 a day; noisiest: Loud (5)"),
        (WEI, "最近 5 天：6 条，每天约 1 条；最多的来源：Loud（5 条）"),
        (UGO, "Ultimi 5 giorni: 6 risultati, 1 al giorno; più di tutte: Loud (5)"),
    ],
)
async def test_the_answer_of_watch_learns_how_often_it_was_said(
    town: Town, person: Person, says: str
) -> None:
    """A moment after /watch its answer says in one more line how often the words were said."""
    await keep_news(town.hark)

    [answer] = await town.says(person, "/watch AI")
    await arrives(town.hark, answer)
    await town.step.step()
    [edited] = await town.hark.answers()

    assert edited.text.startswith(f"{answer.text}\n{says}\n• AI wins · Loud\n• AI loses · Calm\n")
    assert edited.message_id == answer.message_id
    assert edited.labels == answer.labels


async def test_an_answer_on_its_way_is_waited_for(town: Town) -> None:
    """The line waits until the answer has been sent."""
    await keep_news(town.hark)
    [answer] = await town.says(ANN, "/watch AI")

    later(town.hark)
    await town.step.step()
    assert await town.hark.answers() == []
    await arrives(town.hark, answer)
    await town.step.step()

    [edited] = await town.hark.answers()
    assert "Last 5 days: 6 hits" in edited.text


async def test_an_answer_that_never_leaves_is_left_alone(town: Town) -> None:
    """After some tries nobody looks for the answer any more."""
    await keep_news(town.hark)
    [answer] = await town.says(ANN, "/watch AI")

    for _ in range(12):
        later(town.hark)
        await town.step.step()
    await arrives(town.hark, answer)
    await town.step.step()

    assert await town.hark.answers() == []


async def test_nothing_is_added_where_nobody_said_it(town: Town) -> None:
    """Without hits, or with several watches at once, the answer stays as it is."""
    await keep_news(town.hark)

    for words in ("snow", "AI, rain"):
        [answer] = await town.says(ANN, f"/watch {words}")
        await arrives(town.hark, answer)
        await town.step.step()

    assert await town.hark.answers() == []


async def test_nothing_is_added_to_what_shows_something_else(town: Town) -> None:
    """An answer whose switches were touched meanwhile keeps its new face; an ended watch is over."""
    await keep_news(town.hark)
    [answer] = await town.says(ANN, "/watch 赵长鹏 OR AI")
    await arrives(town.hark, answer)
    switched = await town.hark.sends_data(ANN, next(each.data for each in answer.buttons), answer)
    await town.step.step()
    [other] = await town.says(ANN, "/watch Rain")
    await arrives(town.hark, other)
    await town.hark.says(ANN, "/unwatch Rain")
    await town.step.step()

    assert switched
    assert await town.hark.answers() == []


async def test_a_switch_is_counted_anew(town: Town) -> None:
    """After a tap on a name the answer says again how often the words were said, now without that name."""
    await keep(town.hark, "Loud", Entry(title="Changpeng Zhao speaks"), Entry(title="赵长鹏发言"))
    [answer] = await town.says(ANN, "/watch 赵长鹏")
    await arrives(town.hark, answer)
    await town.step.step()
    [counted] = await town.hark.answers()
    assert "2 hits" in counted.text

    [switched] = await town.hark.taps(ANN, "Changpeng", answer)
    await arrives(town.hark, switched)
    await town.step.step()

    [edited] = await town.hark.answers()
    assert edited.text.startswith(switched.text)
    assert "one hit" in edited.text
    assert edited.labels == switched.labels


@pytest.fixture
async def loud(town: Town) -> Answer:
    """Give the question about a watch that would say more than the operator thinks usual: 2 a day."""
    desk = replace(town.desk, policy=Policy(ask_above=2))
    town.step = ErrandStep(desk)
    mentions = [Entry(title=f"Rain {n}", text="AI said so", language="en") for n in range(15)]
    await keep(town.hark, "Loud", *mentions, Entry(title="AI wins", language="en"), every=timedelta(hours=1))
    [answer] = await town.says(ANN, "/watch AI")
    await arrives(town.hark, answer)
    await town.step.step()
    [asked] = await town.hark.answers()
    return asked


async def rests(hark: Hark) -> list[bool]:
    """Whether each watch of Ann's rests."""
    async with hark.database.read() as conn:
        return [each.paused for each in await watches.of_chat(conn, ANN.id)]


async def test_a_watch_that_is_too_loud_is_asked_about(town: Town, loud: Answer) -> None:
    """What would say more than usual rests, and is asked about with what would help most."""
    assert loud.text.splitlines()[0] == "⏸ AI would bring about 16 alerts a day. It is not started yet."
    assert "title only: −15 · title:AI" in loud.text
    assert loud.labels == ["Start anyway", "title only: −15", "Undo"]
    assert await rests(town.hark) == [True]


async def test_a_loud_watch_is_started_all_the_same(town: Town, loud: Answer) -> None:
    """Start anyway lets it begin as it is, with its usual answer; nobody asks again."""
    [begun] = await town.hark.taps(ANN, "Start anyway", loud)
    await arrives(town.hark, begun)
    await town.step.step()
    [counted] = await town.hark.answers()

    assert await rests(town.hark) == [False]
    assert counted.text.startswith(begun.text)
    assert "16 hits" in counted.text
    assert "Undo" in counted.labels


async def test_a_loud_watch_is_started_with_less(town: Town, loud: Answer) -> None:
    """A tap on what would help lets it begin with those words; undo ends it."""
    [begun] = await town.hark.taps(ANN, "title only", loud)

    assert "title:AI" in begun.text
    assert await rests(town.hark) == [False]
    await town.hark.taps(ANN, "Undo", begun)
    assert await rests(town.hark) == []


async def test_own_names_are_tried_too(town: Town) -> None:
    """Words are tried as they would be watched: with the names that the chat gave."""
    await keep(town.hark, "Loud", Entry(title="Zorblax rises"))
    await town.hark.says(ANN, "/alias quux = Zorblax")

    [answer] = await town.says(ANN, "/test quux")

    assert "• Zorblax rises · Loud" in answer.text


async def test_the_language_is_named(town: Town) -> None:
    """Of hits in two languages one can be kept, by its name."""
    english = "Apple said on Monday that it would open a new office in the north of the country next year"
    chinese = "苹果周一表示明年将在该国北部开设一间新的办公室，并将雇用更多员工"
    await keep(town.hark, "Loud", Entry(title=english), Entry(title=english), Entry(title=chinese))

    [answer] = await town.says(ANN, "/test Apple OR 苹果")

    assert "only English: −1" in answer.labels
