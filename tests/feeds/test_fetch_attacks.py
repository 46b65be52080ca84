"""Every attack of the shared list: those that are an address are played here, of the others it is said where.

The list lies beside the repository and is not a part of it; without it these tests are skipped, and the tests
of addresses, dialling and responses still hold one of each trap.
"""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path

import pytest

from feeds.addresses import printable
from feeds.fetch import Fetcher, FetchLimits
from model import Failure, FailureReason
from tests.servers.dialler import Dialler, Names

LIST = Path(__file__).resolve().parents[2].parent / "shared" / "fetch-attacks.tsv"
INSIDE = "10.9.8.7"
OUTSIDE = "8.8.4.4"  # never reached: the dialler makes sockets for loopback only


def _rows(group: str) -> list[tuple[str, str, str]]:
    """Return (id, input, must) of a group's rows, one with a reason to skip where the list is not there."""
    if not LIST.exists():
        return []
    rows = [line.split("\t") for line in LIST.read_text(encoding="utf-8").splitlines()[1:]]
    return [(row[0], row[2], row[3]) for row in rows if row[1] == group]


def _urls(text: str) -> list[str]:
    """Return the URLs that a row describes, its words turned into what they mean."""
    text = text.replace("\\t", "\t") if "a real TAB inside" in text else text
    text = re.sub(r" \(.*\)$", "", text)
    text = re.sub(r" \+ ([\d,]+) letters$", lambda found: "a" * int(found[1].replace(",", "")), text)
    return text.split(" and ")


ROWS = [(number, url, must) for number, text, must in _rows("url") for url in _urls(text)]


# Where the rows that are no address are played: module and test, below `tests/`.
_DIAL, _ANSWER, _FETCH = "feeds/test_fetch_dialling", "feeds/test_fetch_responses", "feeds/test_fetch"
_XML, _FORMAT, _SHOWN = "feeds/test_rss_attacks", "feeds/test_rss_formats", "alerts/test_render"
_PLAN, _PIPELINE, _ADDRESS = (
    "feeds/test_polling_plan",
    "pipeline/test_pipeline_sources",
    "feeds/test_addresses",
)
PLAYED: dict[int, tuple[str, str]] = {
    64: ("guard/test_guard", "test_a_real_connection_is_refused_and_recorded"),
    65: (_DIAL, "test_a_name_that_changes_its_mind_is_caught"),
    **dict.fromkeys((66, 67, 68), (_DIAL, "test_a_name_with_one_private_address_is_refused")),
    69: (_DIAL, "test_a_lookup_that_never_ends_is_given_up_and_holds_nobody_up"),
    70: (_DIAL, "test_a_name_with_a_thousand_addresses_is_tried_at_four"),
    71: (_DIAL, "test_a_proxy_of_the_environment_is_not_used"),
    **dict.fromkeys((72, 74), (_DIAL, "test_a_redirect_inside_is_refused_at_the_hop")),
    73: (_DIAL, "test_a_redirect_to_a_rebinding_name_is_refused"),
    75: (_DIAL, "test_redirects_in_a_circle_are_named"),
    76: (_DIAL, "test_a_chain_of_redirects_ends_at_five"),
    77: (_PIPELINE, "test_a_feed_that_moved_for_good_is_followed"),
    **dict.fromkeys((78, 79), (_ADDRESS, "test_credentials_stay_with_their_site")),
    80: (_ADDRESS, "test_a_redirect_is_judged_like_a_first_address"),
    81: (_ANSWER, "test_the_body_of_a_redirect_is_not_read"),
    82: (_DIAL, "test_validators_are_not_sent_to_where_a_redirect_leads"),
    83: (_DIAL, "test_a_page_does_not_send_hark_elsewhere"),
    84: (_ANSWER, "test_a_small_bomb_does_not_unfold"),
    **dict.fromkeys((85, 86, 87, 88), (_ANSWER, "test_a_coding_that_was_not_offered_is_refused")),
    **dict.fromkeys((89, 90), (_ANSWER, "test_a_body_without_end_is_cut")),
    91: (_ANSWER, "test_what_follows_the_announced_length_is_not_read"),
    **dict.fromkeys((92, 93), (_ANSWER, "test_a_drip_is_cut_in_time")),
    94: (_ANSWER, "test_a_server_that_says_nothing_is_cut"),
    95: (_ANSWER, "test_a_failed_handshake_is_unreachable"),
    **dict.fromkeys((96, 97, 112), (_ANSWER, "test_what_is_not_http_is_a_bad_answer")),
    98: (_ANSWER, "test_endless_interim_answers_are_cut"),
    99: (_ANSWER, "test_a_type_that_lies_is_handed_on"),
    100: ("feeds/test_source", "test_a_login_page_in_place_of_a_feed_changes_nothing"),
    101: ("stories/test_identity", "test_emptied_and_refilled"),
    **dict.fromkeys((102, 103), (_FETCH, "test_a_failing_feed_says_how")),
    104: (_PLAN, "test_what_a_server_asks_for_is_obeyed"),
    105: (_PLAN, "test_a_limit_without_a_time_is_taken_seriously"),
    106: (_ANSWER, "test_a_wish_to_wait_is_kept_within_reason"),
    107: (_PLAN, "test_a_feed_that_asks_to_stop_is_asked_once_a_day"),
    108: (_DIAL, "test_a_cookie_is_never_given_back"),
    109: (_ANSWER, "test_an_odd_validator_is_not_kept"),
    110: (_ANSWER, "test_an_unknown_certificate_is_unreachable"),
    111: (_FETCH, "test_a_feed_that_went_down_is_unreachable"),
    113: ("feeds/test_slots", "test_one_host_is_asked_at_its_pace_and_others_meanwhile"),
    114: ("pipeline/test_quota", "test_refusals_say_the_number_and_the_reason"),
    **dict.fromkeys((115, 116), (_XML, "test_entities_are_never_expanded")),
    117: (_XML, "test_an_entity_never_opens_a_file"),
    118: (_XML, "test_an_external_document_type_is_not_fetched_and_its_entities_are_known"),
    **dict.fromkeys((119, 120, 123, 124), (_XML, "test_what_is_deeper_or_wider_than_any_feed_is_refused")),
    121: (_XML, "test_of_a_hundred_thousand_items_the_newest_are_read"),
    122: (_XML, "test_an_entry_that_is_made_to_hurt_is_read_in_a_moment"),
    125: (_FORMAT, "test_a_declared_encoding_is_read_as_browsers_read_it"),
    126: (_FORMAT, "test_chinese_arrives_in_whatever_encoding"),
    **dict.fromkeys((127, 128, 129), (_FORMAT, "test_a_title_can_harm_neither_reader_nor_database")),
    130: (_SHOWN, "test_a_title_is_shown_to_the_letter"),
    131: (_SHOWN, "test_an_endless_title_is_cut_between_letters"),
    132: (_SHOWN, "test_an_address_that_is_no_web_link_is_no_link"),
    133: (_SHOWN, "test_a_host_that_looks_like_another_is_spelt_out"),
    **dict.fromkeys((134, 135), ("feeds/test_discovery", "test_a_private_address_is_refused")),
    136: (_SHOWN, "test_a_date_that_cannot_be_is_the_time_it_was_found"),
    137: ("stories/test_identity", "test_a_ranking_with_constant_guids"),
    139: ("test_pushing", "test_forged_news_is_thanked_for_and_forgotten"),
    140: ("test_pushing", "test_only_what_was_asked_for_is_confirmed"),
    141: ("test_pushing", "test_a_hub_inside_is_never_asked"),
    142: ("feeds/test_opml", "test_what_is_no_list_is_none"),
}


OTHERWISE = {138}
"""500 new items at once: each that somebody asked for is told, at Telegram's pace, within its quota."""


@cache
def _tests_of(module: str) -> frozenset[str]:
    tree = ast.parse((Path(__file__).resolve().parents[1] / f"{module}.py").read_text(encoding="utf-8"))
    return frozenset(n.name for n in tree.body if isinstance(n, ast.FunctionDef | ast.AsyncFunctionDef))


def test_what_is_no_address_is_played_elsewhere() -> None:
    """Whoever wonders how Hark meets an attack of the list finds the test that plays it."""
    assert [row for row, (module, name) in PLAYED.items() if name not in _tests_of(module)] == []


def test_the_shared_list_is_there() -> None:
    """A person who has the shared list sees all its addresses tried; one without it sees why not."""
    if not LIST.exists():
        pytest.skip("the shared list of attacks is not beside this repository")
    assert len(ROWS) >= 63
    rows = LIST.read_text(encoding="utf-8").splitlines()[1:]
    numbers = {int(row.split("\t")[0]) for row in rows}
    assert numbers - {int(number) for number, _, _ in ROWS} - set(PLAYED) == OTHERWISE


@pytest.mark.parametrize(
    ("number", "url", "must"), ROWS, ids=[f"{number}-{url[:40]!a}" for number, url, _ in ROWS]
)
async def test_an_address_of_the_list_is_treated_as_it_must(number: str, url: str, must: str) -> None:
    """An address that must be refused is refused before anything is dialled; an honest one is dialled."""
    names = Names({name: [[INSIDE]] for name in ("intranet", "metadata.google.internal")})
    names.answers["example.com"] = [[OUTSIDE]]
    dialler = Dialler()
    async with Fetcher(FetchLimits(), user_agent="Hark", resolver=names, connect=dialler) as fetcher:
        answer = await fetcher.fetch(url)

    assert isinstance(answer, Failure), number
    if "refuse" in must:
        assert dialler.dialled == []
        assert answer.reason in (FailureReason.NOT_PUBLIC, FailureReason.BAD_URL)
        assert "not public" not in must or answer.reason is FailureReason.NOT_PUBLIC
    else:
        assert set(dialler.dialled) == {OUTSIDE}
        assert answer.reason is FailureReason.UNREACHABLE


@pytest.mark.parametrize(
    ("number", "url", "must"), [row for row in ROWS if "***" in row[2]], ids=lambda value: str(value)[:20]
)
def test_a_secret_of_the_list_is_not_shown(number: str, url: str, must: str) -> None:
    """An address with a password or a token is shown without it."""
    shown = printable(url)

    assert "***" in shown, (number, must)
    assert "SECRET" not in shown
    assert "pa55" not in shown
