"""Names that the table lacks: what people are offered after /watch, and what becomes of it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass, replace
from datetime import timedelta
from ipaddress import ip_network
from pathlib import Path

import pytest

from feeds.fetch import Fetcher, FetchLimits
from feeds.wikidata import Wikidata
from handlers.call import Policy
from handlers.errands import ErrandStep
from handlers.looking_up import LOOK_UP, LookUp, name_of
from handlers.own_names import MOST_ROWS
from matching.query import parse
from store import errands, names
from store.errands import Asked
from tests import loaded
from tests.handlers.people import ANN, FORUM, UGO, WEI, Answer, Hark, Person, a_hark
from tests.handlers.town import Town, town_of
from tests.servers.wikidata import WikidataServer

LIMITS = FetchLimits(timeout=timedelta(seconds=5), max_bytes=200_000, per_host=1, concurrency=1)
RAO, RAO_RU, RAO_JA = "Devika Rao", "Девика Рао", "デヴィカ・ラオ"


@dataclass(slots=True)
class Place:
    """A Hark that looks names up, with a Wikidata that knows one person."""

    town: Town
    wikidata: WikidataServer

    @property
    def hark(self) -> Hark:
        """The Hark to talk to."""
        return self.town.hark

    async def says(self, person: Person, text: str) -> list[Answer]:
        """A person says something; return the answers after the first, once the errands are done."""
        return (await self.town.says(person, text))[1:]

    async def rows(self, chat_id: int) -> list[tuple[str, ...]]:
        """Return the chat's own names."""
        async with self.hark.database.read() as conn:
            return [each.names for each in await names.of_chat(conn, chat_id)]


def looking(town: Town, fetcher: Fetcher, wikidata: WikidataServer) -> Town:
    """Return the town with somebody who looks names up."""
    source = Wikidata(fetcher, wikidata.url, lambda: town.hark.now)
    work = LookUp(town.hark.database, source, loaded.table(), lambda: town.hark.now).work
    desk = replace(town.desk, look_up=work)
    return Town(town.hark, town.far, desk, ErrandStep(desk), town.files)


@pytest.fixture
async def place(tmp_path: Path) -> AsyncIterator[Place]:
    """A Hark that looks names up."""
    networks = (ip_network("127.0.0.0/8"),)
    async with (
        WikidataServer() as wikidata,
        Fetcher(LIMITS, networks, user_agent="Hark/0 (a bot)") as fetcher,
        a_hark(tmp_path, Policy(looks_up=True)) as hark,
    ):
        wikidata.item("Q77", en=[RAO], ru=[RAO_RU], ja=[RAO_JA], x=["devikarao"])
        yield Place(looking(town_of(hark), fetcher, wikidata), wikidata)
        assert wikidata.violations == []


@pytest.mark.parametrize(
    ("person", "said", "labels"),
    [
        (ANN, "is also called", ["Add", "No"]),
        (WEI, "又名", ["加入", "不用"]),
        (UGO, "si chiama anche", ["Aggiungi", "No"]),
    ],
)
async def test_other_names_are_offered_after_the_answer(
    place: Place, person: Person, said: str, labels: list[str]
) -> None:
    """/watch is answered at once; a second message names the other names, with Add and No."""
    [answer] = await place.hark.says(person, f"/watch {RAO}")
    assert place.wikidata.requests == []

    await place.town.step.step()
    [offer] = await place.hark.answers()

    assert RAO in answer.text
    assert said in offer.text
    assert f"{RAO_JA} · {RAO_RU} · @devikarao" in offer.text
    assert offer.labels == labels
    assert place.hark.toasts.typing_in == []


async def test_one_tap_adds_the_names(place: Place) -> None:
    """Add makes the names the chat's own, says so in place of the offer, and takes the buttons away."""
    [offer] = await place.says(ANN, f"/watch {RAO}")

    [added] = await place.hark.taps(ANN, "Add", offer)

    assert added.message_id == offer.message_id
    assert "also found as" in added.text
    assert added.labels == []
    assert await place.rows(ANN.id) == [(RAO, RAO_JA, RAO_RU, "@devikarao")]
    assert place.hark.toasts.shown == ["Added."]


async def test_a_second_tap_adds_nothing_twice(place: Place) -> None:
    """Two taps on Add, by two people or by one, make one row of names."""
    [offer] = await place.says(ANN, f"/watch {RAO}")

    for _ in range(2):
        await place.hark.taps(ANN, "Add", offer)

    assert len(await place.rows(ANN.id)) == 1


async def test_no_leaves_everything_as_it_is(place: Place) -> None:
    """No takes the buttons away and adds nothing."""
    [offer] = await place.says(ANN, f"/watch {RAO}")

    [left] = await place.hark.taps(ANN, "No", offer)

    assert "that name alone" in left.text
    assert left.labels == []
    assert await place.rows(ANN.id) == []


async def test_names_the_chat_has_are_not_offered_again(place: Place) -> None:
    """Who added the names once is not asked again by another watch of the same name."""
    [offer] = await place.says(ANN, f"/watch {RAO}")
    await place.hark.taps(ANN, "Add", offer)

    assert await place.says(ANN, "/watch #DevikaRao") == []


@pytest.mark.parametrize("words", ["#赵长鹏", "bitcoin", "SamAltman", "$BTC", "@cz_binance", '"Devika Rao"'])
async def test_what_needs_no_look_up_is_not_looked_up(place: Place, words: str) -> None:
    """A name of the table, a cashtag, an account or a phrase is never asked for at Wikidata."""
    assert await place.says(ANN, f"/watch {words}") == []
    assert place.wikidata.requests == []


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("梁某某", "梁某某"),
        ("#DevikaRao", "DevikaRao"),
        ("Devika Rao", "Devika Rao"),
        ("Devika -Rao", ""),
        ("Devika OR Rao", ""),
        ("title:Devika", ""),
        ("=Devika", ""),
        ("Devik*", ""),
        ("/Devika/", ""),
        ("Devika #Rao", ""),
        ("one two three four five six", ""),
        ("2026", ""),
        ("x", ""),
        ("x" * 61, ""),
        ("Devika lang:en", ""),
    ],
)
def test_only_one_plain_name_is_looked_up(words: str, name: str) -> None:
    """A word, a hashtag or a few bare words are a name; whatever else a query says is none."""
    assert name_of(parse(words)) == name


async def test_nobody_is_told_of_nobody(place: Place) -> None:
    """When nothing is found nothing is said, and it is not asked for again, in other chats neither."""
    assert await place.says(ANN, "/watch Nemo Nessuno") == []
    asked = len(place.wikidata.requests)
    assert await place.says(WEI, "/watch Nemo Nessuno") == []

    assert len(place.wikidata.requests) == asked
    assert await place.hark.words(WEI.id) == ["Nemo Nessuno"]


async def test_what_was_found_is_kept(place: Place) -> None:
    """The second chat that watches for a person is offered the names without a request."""
    await place.says(ANN, f"/watch {RAO}")
    asked = len(place.wikidata.requests)

    [offer] = await place.says(WEI, f"/watch {RAO}")

    assert RAO_RU in offer.text
    assert len(place.wikidata.requests) == asked


async def test_an_ill_service_is_nobodys_trouble(place: Place) -> None:
    """While Wikidata is down /watch works and nobody is told; later the same words are looked up."""
    place.wikidata.fails(500)
    assert await place.says(ANN, f"/watch {RAO}") == []
    place.wikidata.heals()
    place.hark.now += timedelta(hours=2)

    [offer] = await place.says(WEI, f"/watch {RAO}")

    assert RAO_RU in offer.text
    assert await place.hark.words(ANN.id) == [RAO]


async def test_a_watch_that_ended_meanwhile_is_not_spoken_of(place: Place) -> None:
    """Who took the watch back before the answer came hears nothing more of it."""
    await place.hark.says(ANN, f"/watch {RAO}")

    assert await place.says(ANN, f"/unwatch {RAO}") == []


async def test_names_of_others_are_not_offered(place: Place) -> None:
    """A name that the table gives to somebody else is left out of the offer."""
    place.wikidata.item(
        "Q78", en=["Devika Banerjee"], zh=["赵长鹏"], ru=["Девика Банерджи"], x=["cz_binance"]
    )

    [offer] = await place.says(ANN, "/watch Devika Banerjee")

    assert "Девика Банерджи" in offer.text
    assert "赵长鹏" not in offer.text
    assert "cz_binance" not in offer.text


async def test_what_a_chat_cannot_call_somebody_is_not_offered(place: Place) -> None:
    """A name that reads like a search is left out; Add takes all that is offered."""
    place.wikidata.item("Q78", en=["Devika Banerjee", "Banerjee OR Devika", "-Devi"], ru=["Девика Банерджи"])
    [offer] = await place.says(ANN, "/watch Devika Banerjee")

    await place.hark.taps(ANN, "Add", offer)

    assert "OR" not in offer.text
    assert await place.rows(ANN.id) == [("Devika Banerjee", "Девика Банерджи")]


async def test_no_room_for_names_is_said(place: Place) -> None:
    """In a chat that has all the names it may have Add says so, and the offer stays."""
    [offer] = await place.says(ANN, f"/watch {RAO}")
    async with place.hark.database.begin() as conn:
        for number in range(MOST_ROWS):
            await names.add(conn, ANN.id, [f"first{number}", f"other{number}"], place.hark.now)

    assert await place.hark.taps(ANN, "Add", offer) == []
    assert "no room" in place.hark.toasts.shown[-1]


async def test_names_join_those_the_chat_has(place: Place) -> None:
    """Whom the chat calls something already keeps that name beside the new ones."""
    async with place.hark.database.begin() as conn:
        await names.add(conn, ANN.id, [RAO, "the boss"], place.hark.now)
    [offer] = await place.says(ANN, f"/watch {RAO}")

    await place.hark.taps(ANN, "Add", offer)

    assert await place.rows(ANN.id) == [(RAO, "the boss", RAO_JA, RAO_RU, "@devikarao")]


async def test_the_offer_comes_where_the_watch_was_made(place: Place) -> None:
    """In a forum the offer appears in the topic in which /watch was said."""
    place.hark.admins.known.add((FORUM.id, ANN.id))
    await place.hark.says(ANN, f"/watch {RAO}", FORUM, topic=5)

    await place.town.step.step()
    [offer] = await place.hark.answers()

    assert offer.delivery.thread_id == 5
    assert RAO_RU in offer.text


@pytest.mark.parametrize("data", ["also", "also:en:Q78", "also:xx:Q77", "also:en:", "also::"])
async def test_a_made_up_button_adds_nothing(place: Place, data: str) -> None:
    """A tap that names somebody else than the message does is told that the button is old."""
    [offer] = await place.says(ANN, f"/watch {RAO}")

    assert await place.hark.sends_data(ANN, data, offer) == []
    assert await place.rows(ANN.id) == []
    assert "does not work any more" in place.hark.toasts.shown[-1]


async def test_an_offer_long_forgotten_says_so(place: Place) -> None:
    """A tap on Add after what was found is forgotten is answered, and adds nothing."""
    [offer] = await place.says(ANN, f"/watch {RAO}")
    place.hark.now += timedelta(days=40)

    assert await place.hark.taps(ANN, "Add", offer) == []
    assert "does not work any more" in place.hark.toasts.shown[-1]


async def test_off_means_that_nobody_is_asked(tmp_path: Path) -> None:
    """Where names are not looked up /watch writes no errand; one left from before ends in silence."""
    async with a_hark(tmp_path) as hark:
        town = town_of(hark)
        assert len(await town.says(ANN, f"/watch {RAO}")) == 1
        payload = {"name": RAO, "language": "en", "watch": "1"}
        async with hark.database.begin() as conn:
            assert await errands.claim(conn, hark.now, 9) == []
            await errands.add(conn, Asked(ANN.id, LOOK_UP, payload), hark.now)

        await town.step.step()

        assert await hark.answers() == []
        assert hark.toasts.typing_in == []
