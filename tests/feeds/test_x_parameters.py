"""The table against which the loopback X checks requests is X's own."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.servers import x_table
from tests.servers.x_limits import PER_WINDOW
from tests.servers.x_parameters import CHANGE_RULES, SEARCH, body_violations, table, violations

DESCRIPTION = Path(__file__).resolve().parents[2].parent / "shared" / "x" / "openapi.json"


@pytest.fixture(scope="module")
def described() -> dict[str, Any]:
    """Give X's description."""
    if not DESCRIPTION.exists():
        pytest.skip("X's openapi.json is not at hand")
    description: dict[str, Any] = json.loads(DESCRIPTION.read_text(encoding="utf-8"))
    return description


def test_table_says_what_x_says(described: dict[str, Any]) -> None:
    """A request that the tests let pass is one that X's description lets pass."""
    assert x_table.TABLE.read_text(encoding="utf-8") == x_table.write(x_table.derive(described))


def test_every_route_has_a_limit() -> None:
    """No route of the loopback X can be asked without end."""
    assert PER_WINDOW.keys() == table().keys()


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("max_results", "5"),
        ("max_results", "101"),
        ("max_results", "ten"),
        ("since_id", "-1"),
        ("since_id", "1" * 20),
        ("tweet.fields", "lang,lang"),
        ("tweet.fields", "colour"),
        ("expansions", "author"),
        ("sort_order", "newest"),
        ("start_time", "yesterday"),
        ("end_time", "2026-02-30T00:00:00Z"),
        ("next_token", ""),
        ("colour", "red"),
    ],
)
def test_a_request_with_a_mistake_is_told_it(name: str, value: str) -> None:
    """A wrong request of Hark cannot pass the tests unseen."""
    (wrong,) = violations(SEARCH, {"query": "(from:a)", name: value})

    assert wrong.name == name


def test_what_is_missing_is_told() -> None:
    """A search without a query is no search."""
    (wrong,) = violations(SEARCH, {})

    assert str(wrong) == f"{SEARCH}: query is missing"


def test_a_right_request_is_not_blamed() -> None:
    """The tests accept what X accepts."""
    sent = {
        "query": "(from:a)",
        "max_results": "10",
        "tweet.fields": "author_id,lang",
        "expansions": "author_id,referenced_tweets.id",
        "end_time": "2026-11-24T12:00:00.000Z",
    }

    assert violations(SEARCH, sent) == []


@pytest.mark.parametrize(
    "body",
    [
        None,
        [],
        {},
        {"add": [{"tag": "no value"}]},
        {"add": [{"value": "a", "name": "b"}]},
        {"add": ["a"]},
        {"remove": {"ids": ["1"]}},
    ],
)
def test_rules_that_are_none_are_told(body: object) -> None:
    """A change of rules that X cannot read is blamed on Hark."""
    assert body_violations(CHANGE_RULES, body)


@pytest.mark.parametrize("body", [{"add": [{"value": "a", "tag": "b"}]}, {"delete": {"ids": ["1"]}}])
def test_rules_as_tweepy_sends_them_are_taken(body: object) -> None:
    """Rules can be added and deleted."""
    assert body_violations(CHANGE_RULES, body) == []
