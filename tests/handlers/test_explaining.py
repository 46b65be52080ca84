"""/why as people use it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from model import Entry, Follow, FollowMode, Item, NamedHit, Source, SourceKind
from store import deliveries, items, sources, watches
from store.deliveries import OwedAlert
from store.sources import Wanted
from stories.keys import keys_of
from tests.handlers.people import ANN, GROUP, NOON, UGO, WEI, Answer, Hark, Person, private
from tests.handlers.town import Town

PAGE = "https://news.example/story"
FOUND = NOON - timedelta(hours=1)
ENTRY = Entry(
    url=PAGE,
    title="趙長鵬 leaves <prison>",
    text="CZ of Binance spoke to Altman, Sam.",
    published=NOON - timedelta(hours=3),
)


async def keep(hark: Hark, entry: Entry = ENTRY, *, shared: bool = True, baseline: bool = False) -> Source:
    """Let a source have brought an entry an hour ago."""
    async with hark.database.begin() as conn:
        wanted = Wanted(SourceKind.FEED, "https://news.example/feed.xml", "The News")
        source = await sources.ensure(conn, wanted, NOON, shared=shared)
        item = Item(1, source.id, source.name, entry, FOUND, baseline)
        await items.add(conn, [items.NewItem(item, keys_of(entry, source.id).all())])
    return source


async def alert(hark: Hark, person: Person, *names: str) -> Answer:
    """Send a person the alert about the kept entry that names these watches; return it as they see it."""
    mine = {each.query: each.id for each in await hark.watched(person.id)}
    hits = tuple(NamedHit(mine[name], name) for name in names)
    async with hark.database.begin() as conn:
        await deliveries.owe_alerts(conn, [OwedAlert(person.id, 1, 1, hits)], NOON)
        [row] = [each for each in await deliveries.due(conn, NOON, 50) if each.item_id]
        taken = await deliveries.take(conn, row)
        assert taken is not None
        await deliveries.mark_sent(conn, taken, 5000 + row.id, NOON)
    return Answer(row, private(person))


async def watch_before(town: Town, person: Person, *queries: str) -> None:
    """Let a person have begun to watch a day ago."""
    town.hark.now -= timedelta(days=1)
    for query in queries:
        await town.says(person, f"/watch {query}")
    town.hark.now += timedelta(days=1)


async def reply(town: Town, person: Person, to: Answer, text: str = "/why") -> Answer:
    """A person replies to a message; return the last answer."""
    await town.hark.says(person, text, reply_to=to)
    await town.step.step()
    return (await town.hark.answers())[-1]


async def test_a_reply_to_an_alert_explains_it(town: Town) -> None:
    """/why under an alert says when, whence, that it was sent, what hit, and what other watches miss."""
    await watch_before(town, ANN, "#赵长鹏", '"Sam Altman"', "bitcoin")
    await keep(town.hark)
    told = await alert(town.hark, ANN, "#赵长鹏")

    answer = await reply(town, ANN, told)

    lines = answer.text.split("\n")
    assert lines[0] == "趙長鵬 leaves <prison>"
    assert f'href="{PAGE}"' in answer.html
    assert lines[1].startswith("The News · published 09:00 · found 11:00")
    assert lines[2].startswith("Alert sent 12:00")
    assert lines[4] == (
        "✓ #赵长鹏: “趙長鵬” in the title is the traditional form of 赵长鹏"
        " · “CZ” in the text is another name of 赵长鹏, with “Binance” beside it"
    )
    assert lines[5] == (
        '✗ "Sam Altman": the words of "Sam Altman" stand in the text in other order: “Altman, Sam”'
    )
    assert lines[6] == "✗ bitcoin: bitcoin is not there"


@pytest.mark.parametrize(
    ("person", "said"),
    [
        (WEI, "标题中的“趙長鵬”是 赵长鹏 的繁体写法"),
        (UGO, "«趙長鵬» nel titolo è la forma tradizionale di 赵长鹏"),
    ],
)
async def test_it_is_said_in_the_language_of_the_chat(town: Town, person: Person, said: str) -> None:
    """The reasons are sentences of the reader's language."""
    await watch_before(town, person, "赵长鹏")
    await keep(town.hark)

    [answer] = await town.says(person, f"/why {PAGE}")

    assert said in answer.text


@pytest.mark.parametrize(
    "link",
    [
        PAGE,
        "https://www.news.example/story/?utm_source=x&utm_medium=social",
        "http://m.news.example/story",
        "news.example/story",
        f"look at {PAGE}",
    ],
)
async def test_a_link_is_found_however_it_is_dressed(town: Town, link: str) -> None:
    """Tracking parameters, mobile addresses and a missing scheme do not matter."""
    await town.says(ANN, "/watch 赵长鹏")
    await keep(town.hark)

    answer = (await town.says(ANN, f"/why {link}"))[-1]

    assert "趙長鵬 leaves" in answer.text


async def test_a_link_in_the_message_replied_to(town: Town) -> None:
    """A reply to somebody's message with a link, also one behind a word, explains what the link leads to."""
    await town.says(ANN, "/watch 赵长鹏")
    await keep(town.hark)
    theirs = {
        "message_id": 77,
        "date": 1,
        "chat": private(ANN).json(),
        "from": ANN.json(),
        "text": "read this",
        "entities": [{"type": "text_link", "offset": 5, "length": 4, "url": PAGE}],
    }
    mine = {"message_id": 78, "date": 1, "chat": private(ANN).json(), "from": ANN.json(), "text": "/why"}
    await town.hark.gets({"message": mine | {"reply_to_message": theirs}})
    await town.step.step()

    [answer] = await town.hark.answers()

    assert "趙長鵬 leaves" in answer.text


async def test_why_alone_asks_and_takes_a_forwarded_picture(town: Town) -> None:
    """/why alone asks for a link; a picture forwarded then, whose caption has one, is the answer."""
    await town.says(ANN, "/watch 赵长鹏")
    await keep(town.hark)
    [question] = await town.hark.says(ANN, "/why")
    picture = {
        "message_id": 79,
        "date": 1,
        "chat": private(ANN).json(),
        "from": ANN.json(),
        "photo": [{"file_id": "a", "file_unique_id": "b", "width": 1, "height": 1}],
        "caption": f"wow {PAGE}",
        "caption_entities": [{"type": "url", "offset": 4, "length": len(PAGE)}],
    }
    await town.hark.gets({"message": picture})
    await town.step.step()

    [answer] = await town.hark.answers()

    assert "/cancel" in question.text
    assert "趙長鵬 leaves" in answer.text


async def test_what_was_never_kept_is_said_plainly(town: Town) -> None:
    """A link that no source brought is not explained with guesses."""
    [answer] = await town.says(ANN, "/why https://news.example/other")
    [nonsense] = await town.says(ANN, "/why tell me")

    assert "I have kept nothing with this link" in answer.text
    assert "There is no link in this" in nonsense.text


async def test_an_item_of_another_chats_source_stays_unknown(town: Town) -> None:
    """What only somebody else's own source brought is as unknown as what never came."""
    source = await keep(town.hark, shared=False)
    [before] = await town.says(ANN, f"/why {PAGE}")
    async with town.hark.database.begin() as conn:
        await sources.add_follow(conn, Follow(ANN.id, source.id, FollowMode.WORDS, NOON))

    [after] = await town.says(ANN, f"/why {PAGE}")

    assert "kept nothing" in before.text
    assert "趙長鵬 leaves" in after.text


async def test_a_forgotten_item_is_said_plainly(town: Town) -> None:
    """The alert is there still, its entry is not."""
    await watch_before(town, ANN, "赵长鹏")
    await keep(town.hark)
    told = await alert(town.hark, ANN, "赵长鹏")
    async with town.hark.database.begin() as conn:
        await items.forget(conn, NOON + timedelta(days=90), ())

    answer = await reply(town, ANN, told)

    assert "forgotten" in answer.text


async def test_a_hit_that_was_not_told_says_why(town: Town) -> None:
    """A watch that would hit but was made later, or rests, says so; so does what was there at first."""
    await town.says(ANN, "/watch 赵长鹏")
    await keep(town.hark)
    [younger] = await town.says(ANN, f"/why {PAGE}")
    await watch_before(town, UGO, "赵长鹏")
    async with town.hark.database.begin() as conn:
        [mine] = await watches.of_chat(conn, UGO.id)
        await watches.pause(conn, mine.id, paused=True)
    [paused] = await town.says(UGO, f"/why {PAGE}")

    assert "Not told: the watch is younger than this." in younger.text
    assert "la ricerca è in pausa" in paused.text


async def test_what_was_there_at_first_says_so(town: Town) -> None:
    """An entry that a source listed when it was first read was never to be told."""
    await watch_before(town, ANN, "赵长鹏")
    await keep(town.hark, baseline=True)

    [answer] = await town.says(ANN, f"/why {PAGE}")

    assert "It was there when this source was first read" in answer.text
    assert "Not told" not in answer.text


async def test_names_that_the_watch_has_switched_off_do_not_count(town: Town) -> None:
    """A name that was switched off is no reason any more."""
    await watch_before(town, ANN, "赵长鹏")
    await keep(town.hark, replace(ENTRY, title="News", text="Changpeng Zhao spoke"))
    async with town.hark.database.begin() as conn:
        [mine] = await watches.of_chat(conn, ANN.id)
        await watches.choose(conn, mine.id, '{"off":["changpengzhao"],"own":[]}')

    [answer] = await town.says(ANN, f"/why {PAGE}")

    assert "✗ 赵长鹏" in answer.text


async def test_a_chat_without_watches_and_a_group(town: Town) -> None:
    """Without watches the facts are told all the same; in a group everybody may ask."""
    await keep(town.hark)
    [alone] = await town.says(ANN, f"/why {PAGE}")
    await town.hark.says(UGO, f"/why {PAGE}", GROUP)
    await town.step.step()
    [group] = await town.hark.answers()

    assert "Nothing is watched here" in alone.text
    assert "The News" in group.text


async def test_fifty_watches_fit_one_message(town: Town) -> None:
    """However many watches a chat has, the answer is one message, what hit first."""
    await watch_before(town, ANN, ",".join(f'"{"x" * 90} {n}"' for n in range(49)), "赵长鹏")
    await keep(town.hark)

    [answer] = await town.says(ANN, f"/why {PAGE}")

    assert answer.text.split("\n")[3].startswith("✓ 赵长鹏")
    assert len(answer.text) < 4096
