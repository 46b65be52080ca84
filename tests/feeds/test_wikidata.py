"""Names looked up at Wikidata: who is meant, which of their names stand alone, and an ill service."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from ipaddress import ip_network

import pytest
from structlog.testing import capture_logs

from feeds.fetch import Fetcher, FetchLimits
from feeds.wikidata import Wikidata, language_of
from model import Failure, FailureReason, OtherNames
from tests.servers.wikidata import BUSINESS, FAMILY_NAME, FILM, Json, WikidataServer, statement

LOOPBACK = (ip_network("127.0.0.0/8"),)
LIMITS = FetchLimits(timeout=timedelta(seconds=5), max_bytes=200_000, per_host=1, concurrency=1)
NOBODY = OtherNames()


@dataclass(slots=True)
class Desk:
    """Wikidata, Hark's client of it, and a clock that a test turns."""

    server: WikidataServer
    client: Wikidata
    now: list[datetime] = field(default_factory=lambda: [datetime(2026, 11, 1, 12, tzinfo=UTC)])

    async def finds(self, name: str) -> OtherNames | Failure:
        """Look a name up."""
        return await self.client.look_up(name, language_of(name, "en"))


async def a_desk(server: WikidataServer, fetcher: Fetcher) -> Desk:
    """Return a desk whose client asks `server` through `fetcher`."""
    now = [datetime(2026, 11, 1, 12, tzinfo=UTC)]
    return Desk(server, Wikidata(fetcher, server.url, lambda: now[0]), now)


@pytest.fixture
async def desk() -> AsyncIterator[Desk]:
    """A desk where all is well; nothing may be asked that Wikidata would refuse, or two things at once."""
    async with WikidataServer() as server, Fetcher(LIMITS, LOOPBACK, user_agent="Hark/0 (a bot)") as fetcher:
        yield await a_desk(server, fetcher)
        server.heals()
        assert server.violations == []
        assert server.most_in_flight <= 1


def srinivas(server: WikidataServer, **changes: object) -> None:
    """Add a person with names in many languages."""
    names: dict[str, Sequence[str]] = {
        "en": ["Aravind Srinivas", "Srinivas", "A. Srinivas", "Aravind Srinivas Sr"],
        "mul": ["Aravind Srinivas"],
        "zh": ["阿拉文·斯里尼瓦斯"],
        "zh_hans": ["阿拉文·斯里尼瓦斯"],
        "zh_hant": ["阿拉文·斯里尼瓦斯"],
        "ja": ["アラビンド・スリニバス", "スリニバス"],
        "ru": ["Аравинд Шринивас"],
    }
    server.item("Q100", **(names | {"x": ["AravSrinivas"]} | changes))  # type: ignore[arg-type]  # of many types


async def test_a_person_is_found_with_names_and_account(desk: Desk) -> None:
    """Names in other scripts and the account are told; halves of a name, initials and repeats are not."""
    srinivas(desk.server)

    found = await desk.finds("aravind srinivas")

    assert found == OtherNames(
        "Q100", ("阿拉文·斯里尼瓦斯", "アラビンド・スリニバス", "Аравинд Шринивас"), ("AravSrinivas",)
    )
    [search, entities] = desk.server.requests
    assert search.sent["search"] == "aravind srinivas"
    assert entities.sent["ids"] == "Q100"
    assert search.headers["Accept"] == "application/json"


async def test_a_name_in_traditional_characters_finds_the_person(desk: Desk) -> None:
    """梁文鋒 finds whom Wikidata calls 梁文锋, and is told the names in other scripts."""
    desk.server.item("Q7", zh_hans=["梁文锋"], zh_hant=["梁文鋒"], en=["Liang Wenfeng"], ja=["梁文鋒"])

    found = await desk.finds("梁文鋒")

    assert found == OtherNames("Q7", ("Liang Wenfeng",))
    assert desk.server.requests[0].sent["language"] == "zh"


@pytest.mark.parametrize("name", ["AravindSrinivas", "Aravind_Srinivas", "aravind-srinivas"])
async def test_a_name_written_solid_is_found(desk: Desk, name: str) -> None:
    """A hashtag's spelling finds the person too; the words apart are asked for where it is nobody's name."""
    srinivas(desk.server)

    found = await desk.finds(name)

    assert isinstance(found, OtherNames)
    assert found.accounts == ("AravSrinivas",)
    assert len(desk.server.requests) == 3


async def test_only_what_begins_with_the_name_is_not_the_name(desk: Desk) -> None:
    """Who is called Aravind Srinivas Rao is not who was asked for; no entity is asked for then."""
    srinivas(desk.server, en=["Aravind Srinivas Rao"], mul=[])

    assert await desk.finds("Aravind Srinivas") == NOBODY
    assert len(desk.server.requests) == 1


@pytest.mark.parametrize(
    ("kind", "claims", "found"),
    [
        (BUSINESS, {}, True),
        ("Q999999999", {"P169": [statement("P169", {"id": "Q1"})]}, True),
        ("Q999999999", {"P57": [statement("P57", {"id": "Q1"})]}, False),
        (FILM, {}, False),
        (FAMILY_NAME, {}, False),
        ("Q4167410", {"P159": [statement("P159", {"id": "Q1"})]}, False),
    ],
)
async def test_only_what_has_names_is_found(
    desk: Desk, kind: str, claims: Mapping[str, Sequence[Json]], found: bool
) -> None:
    """Companies and products have other names; a film, a family name or a list of namesakes is not meant."""
    desk.server.item("Q8", kind=kind, claims=claims, en=["Moonshot AI"], zh=["月之暗面"])

    answer = await desk.finds("Moonshot AI")

    assert answer == (OtherNames("Q8", ("月之暗面",)) if found else NOBODY)


@pytest.mark.parametrize(("first", "second", "found"), [(40, 10, True), (40, 11, False), (4, 0, False)])
async def test_of_namesakes_the_far_better_known_is_meant(
    desk: Desk, first: int, second: int, found: bool
) -> None:
    """Of two people with one name the one all the world writes about is meant, else nobody."""
    desk.server.item("Q2", en=["Liang Wei"], sitelinks=second, zh=["梁威尔"])
    desk.server.item("Q1", en=["Liang Wei"], sitelinks=first, zh=["梁偉恩"])

    answer = await desk.finds("Liang Wei")

    assert answer == (OtherNames("Q1", ("梁偉恩",)) if found else NOBODY)


async def test_a_better_known_word_is_no_name(desk: Desk) -> None:
    """A company called like a notion that everybody knows is not offered for the word."""
    desk.server.item("Q1", kind=BUSINESS, en=["Perplexity"], zh=["困惑公司"], sitelinks=9)
    desk.server.item("Q2", kind="Q1", en=["perplexity"], zh=["困惑度"], sitelinks=20)

    assert await desk.finds("perplexity") == NOBODY


@pytest.mark.parametrize(
    ("name", "stands"),
    [
        ("Satya", False),
        ("MSFT CEO", True),
        ("张伟", False),
        ("马斯克", True),
        ("머스크", False),
        ("マスク", False),
        ("S. Nadella", False),
        ("x" * 61, False),
        ("line\u0007break", False),
        ("lone \ud800 half", False),
        ("Сатья Наделла", True),
        ("   ", False),
    ],
)
async def test_a_name_that_others_have_too_is_left_out(desk: Desk, name: str, stands: bool) -> None:
    """A first name, two Chinese characters or what cannot be shown is never offered; a full name is."""
    desk.server.item("Q1", en=["Some Body", name])

    answer = await desk.finds("Some Body")

    assert answer == OtherNames("Q1", (name,) if stands else ())


async def test_a_one_word_label_of_a_company_stands_alone(desk: Desk) -> None:
    """A company's long single word is its name; four letters are not enough."""
    desk.server.item("Q1", kind=BUSINESS, en=["Kuaishou Technology", "Kuaishou", "KWAI"], ru=["Куайшоу"])

    found = await desk.finds("快手科技")
    desk.server.item("Q1", kind=BUSINESS, zh=["快手科技"], en=["Kuaishou", "KWAI"], ru=["Куайшоу"])

    assert found == NOBODY
    assert await desk.finds("快手科技") == OtherNames("Q1", ("Kuaishou", "Куайшоу"))


async def test_marks_nobody_sees_are_taken_out(desk: Desk) -> None:
    """An Arabic name with a direction mark or odd spaces is offered clean."""
    desk.server.item("Q1", en=["Some Body"], ar=["\u200fفلان\u00a0الفلاني\u200f"])

    assert await desk.finds("Some Body") == OtherNames("Q1", ("فلان الفلاني",))


async def test_only_an_account_in_use_is_told(desk: Desk) -> None:
    """An account given up, unknown, wrongly written or not the preferred one is not offered."""
    gone, odd = statement("P2002", "old", ended=True), statement("P2002", "no account!")
    lost, wrong = statement("P2002", "", unknown=True), statement("P2002", "bad", rank="deprecated")
    now, also = statement("P2002", "now", rank="preferred"), statement("P2002", "also")
    for index, claims in enumerate(([gone, odd, lost, wrong], [gone, also, now], [also, also])):
        desk.server.item(f"Q{index + 1}", en=[f"Some {index}th Body"], claims={"P2002": claims})

    told = [await desk.finds(f"Some {index}th Body") for index in range(3)]

    assert [each.accounts for each in told if isinstance(each, OtherNames)] == [(), ("now",), ("also",)]


@pytest.mark.parametrize(
    ("name", "spoken", "language"),
    [
        ("Sam Altman", "en", "en"),
        ("Sam Altman", "zh-CN", "en"),
        ("Guardia di Finanza", "it", "it"),
        ("梁文锋", "en", "zh"),
        ("孫正義さん", "en", "ja"),
        ("マスク", "zh-CN", "ja"),
        ("젠슨 황", "it", "ko"),
        ("Павел Дуров", "en", "ru"),
        ("سام ألتمان", "en", "ar"),
    ],
)
def test_a_name_is_asked_for_in_its_language(name: str, spoken: str, language: str) -> None:
    """The script tells the language; Latin letters are the chat's."""
    assert language_of(name, spoken) == language


async def test_requests_go_out_one_at_a_time(desk: Desk) -> None:
    """However many watches are made at once, Wikidata is asked for one name after the other."""
    srinivas(desk.server)

    found = await asyncio.gather(*(desk.finds("Aravind Srinivas") for _ in range(8)))

    assert {each.id for each in found if isinstance(each, OtherNames)} == {"Q100"}
    assert (len(desk.server.requests), desk.server.most_in_flight) == (16, 1)


async def test_too_many_at_once_are_let_go(desk: Desk) -> None:
    """A flood of names does not queue up for minutes: those beyond a few dozen are not looked up."""
    found = await asyncio.gather(*(desk.finds(f"Name {index}") for index in range(40)))

    assert len([each for each in found if isinstance(each, Failure)]) == 8


@pytest.mark.parametrize(
    ("status", "retry_after", "body", "minutes"),
    [
        (500, None, b"", 1),
        (503, None, b"", 1),
        (429, "600", b"", 10),
        (403, None, b"who are you?", 1),
        (200, None, b"<html>down</html>", 1),
        (200, None, b"", 1),
        (200, None, b"[]", 1),
        (200, None, b'{"error": {"code": "maxlag", "info": "x"}}', 1),
        (200, None, b'{"error": {"code": "internal_api_error_DBQueryError"}}', 1),
        (200, None, b'{"search": ' + b"[" * 5000, 1),
    ],
)
async def test_an_ill_service_is_left_alone_and_told_once(
    desk: Desk, status: int, retry_after: str | None, body: bytes, minutes: int
) -> None:
    """After a failure nothing is asked for a while, and the log has one line for the whole outage."""
    srinivas(desk.server)
    desk.server.fails(status, retry_after, body)

    with capture_logs() as logs:
        found = [await desk.finds("Aravind Srinivas") for _ in range(3)]
        desk.now[0] += timedelta(minutes=minutes, seconds=-1)
        early = await desk.finds("Aravind Srinivas")
        desk.now[0] += timedelta(seconds=2)
        again = await desk.finds("Aravind Srinivas")
        asked = len(desk.server.requests)
        desk.server.heals()
        desk.now[0] += timedelta(hours=2)
        well = await desk.finds("Aravind Srinivas")

    assert all(isinstance(each, Failure) for each in (*found, early, again))
    assert asked == 2
    assert isinstance(well, OtherNames)
    assert [(each["log_level"], each["event"]) for each in logs if each["log_level"] != "debug"] == [
        ("warning", "names are not looked up for now"),
        ("info", "names are looked up again"),
    ]


async def test_pauses_grow_with_the_outage(desk: Desk) -> None:
    """A service that stays down is tried after 1, 2, 4 … minutes, and at least every hour."""
    desk.server.lags()
    begun, tried = desk.now[0], []

    for _ in range(200):
        before = len(desk.server.requests)
        await desk.finds("Some Body")
        if len(desk.server.requests) > before:
            tried.append((desk.now[0] - begun) // timedelta(minutes=1))
        desk.now[0] += timedelta(minutes=1)

    assert tried == [0, 1, 3, 7, 15, 31, 63, 123, 183]


async def test_a_service_that_says_nothing_costs_one_timeout() -> None:
    """A look-up ends within the fetch's time; the next does not wait at all."""
    limits = FetchLimits(timeout=timedelta(seconds=0.2), max_bytes=200_000)
    async with WikidataServer() as server, Fetcher(limits, LOOPBACK, user_agent="Hark/0 (a bot)") as fetcher:
        desk = await a_desk(server, fetcher)
        server.hangs()

        found = [await desk.finds("Some Body") for _ in range(3)]

        assert found[0] == Failure(FailureReason.TIMEOUT)
        assert all(isinstance(each, Failure) for each in found)
        assert len(server.requests) == 1


async def test_a_huge_answer_is_refused_and_stops_nothing(desk: Desk) -> None:
    """An answer beyond the limit is that name's bad luck: the next name is looked up."""
    desk.server.says(b" " * 300_000)
    huge = await desk.finds("Some Body")
    desk.server.heals()
    srinivas(desk.server)

    assert huge == Failure(FailureReason.TOO_BIG)
    assert isinstance(await desk.finds("Aravind Srinivas"), OtherNames)


@pytest.mark.parametrize(
    "told",
    [
        {"search": {}},
        {"search": [1, None, "x", {}]},
        {"search": [{"id": 7, "match": {"text": "Some Body"}}, {"id": "P1", "match": {"text": "Some Body"}}]},
        {"search": [{"id": "Q1", "match": "Some Body"}]},
        {"search": [{"id": "Q1", "match": {"text": "Some Body"}}], "entities": []},
        {"search": [{"id": "Q1", "match": {"text": "Some Body"}}], "entities": {"Q1": 7, "Q2": {"id": "Q2"}}},
        {
            "search": [{"id": "Q1", "match": {"text": "Some Body"}}],
            "entities": {"Q1": {"id": "Q1", "labels": [], "claims": [], "aliases": {"en": {}}}},
        },
        {
            "search": [{"id": "Q1", "match": {"text": "Some Body"}}],
            "entities": {
                "Q1": {
                    "id": "Q1",
                    "labels": {"en": {"value": "Some Body"}},
                    "claims": {"P31": [None, {"mainsnak": 1}, {"mainsnak": {"datavalue": {"value": []}}}]},
                }
            },
        },
    ],
)
async def test_an_answer_of_another_shape_is_nobody(desk: Desk, told: Json) -> None:
    """Whatever JSON comes, a look-up ends with nobody and nothing breaks."""
    desk.server.says(json.dumps(told).encode())

    assert await desk.finds("Some Body") == NOBODY


async def test_a_private_address_is_not_dialled() -> None:
    """Where no network is opened a configured address on this machine is refused before it is dialled."""
    async with WikidataServer() as server, Fetcher(LIMITS, user_agent="Hark/0 (a bot)") as fetcher:
        desk = await a_desk(server, fetcher)

        assert await desk.finds("Some Body") == Failure(FailureReason.NOT_PUBLIC)
        assert server.requests == []
