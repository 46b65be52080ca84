"""The table against which the loopback X checks requests is X's own."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.servers.x_parameters import TABLE, Rule, violations

DESCRIPTION = Path(__file__).resolve().parents[2].parent / "shared" / "x" / "openapi.json"
STREAM = "/2/tweets/search/stream"  # still has the field list under the name that the search documents


@pytest.fixture(scope="module")
def described() -> dict[str, Any]:
    """Give X's description."""
    if not DESCRIPTION.exists():
        pytest.skip("X's openapi.json is not at hand")
    description: dict[str, Any] = json.loads(DESCRIPTION.read_text(encoding="utf-8"))
    return description


def parameter(described: dict[str, Any], route: str, name: str) -> dict[str, Any]:
    """Return one parameter of a path, references followed."""
    route = STREAM if name == "tweet.fields" else route
    references = described["components"]["parameters"]
    for given in described["paths"][route]["get"]["parameters"]:
        told: dict[str, Any] = references[given["$ref"].rsplit("/", 1)[1]] if "$ref" in given else given
        if told["name"] == name:
            return told
    raise AssertionError(f"{route} has no parameter {name}")


def rule_of(told: dict[str, Any]) -> Rule:
    """Return what X's description says of a parameter, as a rule of the table."""
    schema = told["schema"]
    items = schema.get("items", {})
    return Rule(
        required=bool(told.get("required")),
        least=schema.get("minimum", schema.get("minLength", schema.get("minItems"))),
        most=schema.get("maximum", schema.get("maxLength", schema.get("maxItems"))),
        pattern=schema.get("pattern", items.get("pattern", "")),
        members=frozenset(items["enum"]) if "enum" in items else None,
        is_list=schema["type"] == "array",
        is_number=schema["type"] == "integer",
    )


@pytest.mark.parametrize(
    ("route", "name"), [(route, name) for route, rules in TABLE.items() for name in rules]
)
def test_table_says_what_x_says(described: dict[str, Any], route: str, name: str) -> None:
    """A request that the tests let pass is one that X's description lets pass."""
    told = parameter(described, route, name)
    rule = TABLE[route][name]

    if told["schema"].get("format") == "date-time":
        assert not rule.is_number
    else:
        assert rule == rule_of(told)


def test_a_request_with_mistakes_is_told_each_of_them() -> None:
    """A wrong request of Hark cannot pass the tests unseen."""
    sent = {"max_results": "5", "since_id": "-1", "tweet.fields": "lang,lang", "expansions": "author_id"}

    told = violations("/2/tweets/search/recent", sent)

    assert len(told) == 5  # and the query is missing


def test_a_right_request_is_not_blamed() -> None:
    """The tests accept what X accepts."""
    sent = {"query": "(from:a)", "max_results": "10", "tweet.fields": "author_id,lang"}

    assert violations("/2/tweets/search/recent", sent) == []
