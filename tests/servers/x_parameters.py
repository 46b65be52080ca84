"""What X's description lets a client ask of the paths that this X answers (`data/x_api.json`, `x_table.py`).

A route is a path as the description writes it, with the method before it where that is not GET.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cache

from tests.servers.x_table import TABLE as FILE

SEARCH = "/2/tweets/search/recent"
COUNTS = "/2/tweets/counts/recent"
TWEETS = "/2/tweets"
USER = "/2/users/by/username/{username}"
USERS = "/2/users/by"
USER_BY_ID = "/2/users/{id}"
USERS_BY_ID = "/2/users"
TIMELINE = "/2/users/{id}/tweets"
STREAM = "/2/tweets/search/stream"
RULES = "/2/tweets/search/stream/rules"
CHANGE_RULES = f"POST {RULES}"
RULE_COUNTS = "/2/tweets/search/stream/rules/counts"
USAGE = "/2/usage/tweets"
CREDITS = "/2/usage/credits"


@dataclass(frozen=True, slots=True)
class Rule:
    """What one parameter may hold."""

    kind: str  # text, number, list (of texts, with commas), time or flag
    required: bool = False
    least: int | None = None  # of a number; of a text or list: its length
    most: int | None = None
    pattern: str = ""  # of a text, or of each member of a list
    members: frozenset[str] | None = None  # only these, in a list each once


@cache
def table() -> Mapping[str, Mapping[str, Rule]]:
    """Return the rules of every parameter of every route."""
    told = json.loads(FILE.read_text(encoding="utf-8"))
    sets = {name: frozenset(names) for name, names in told["sets"].items()}
    return {
        route: {
            name: Rule(**(rule | ({"members": sets[rule["members"]]} if "members" in rule else {})))
            for name, rule in parameters.items()
        }
        for route, parameters in told["routes"].items()
    }


@dataclass(frozen=True, slots=True)
class Violation:
    """One thing that X's description does not allow."""

    route: str
    name: str  # of the parameter
    value: str
    why: str

    def __str__(self) -> str:
        return f"{self.route}: {self.name} {self.why}" + (f" ({self.value!r})" if self.value else "")


def violations(route: str, sent: Mapping[str, str]) -> list[Violation]:
    """Return what is wrong with the parameters `sent` (path and query) to `route`."""
    rules = table()[route]
    wrong = [
        Violation(route, name, "", "is missing")
        for name, rule in rules.items()
        if rule.required and name not in sent
    ]
    for name, value in sent.items():
        why = _wrong(rules[name], value) if name in rules else "is no parameter"
        wrong += [Violation(route, name, value, why)] if why else []
    return wrong


def body_violations(route: str, body: object) -> list[Violation]:
    """Return what is wrong with the JSON that was posted to `route`; every part holds one or many records."""
    parts = json.loads(FILE.read_text(encoding="utf-8"))["bodies"][route]
    if not isinstance(body, dict) or not body:
        return [Violation(route, "body", "", "is no object with something in it")]
    wrong = [Violation(route, name, "", "is no part of the body") for name in body if name not in parts]
    for part, members in parts.items():
        given = body.get(part, [])
        for record in given if isinstance(given, list) else [given]:
            known = isinstance(record, dict) and members.keys() >= record.keys()
            if not known or any(needed and name not in record for name, needed in members.items()):
                wrong.append(Violation(route, part, json.dumps(record), "is not what it may be"))
    return wrong


def _wrong(rule: Rule, value: str) -> str:
    if rule.kind == "flag":
        return "" if value in {"true", "false"} else "is neither true nor false"
    if rule.kind == "time":
        return "" if _is_time(value) else "is no time"
    if rule.kind == "number":
        whole = re.fullmatch("[0-9]{1,10}", value) is not None
        return "is no number" if not whole else _outside(rule, int(value))
    if rule.kind == "list":
        members = value.split(",")
        twice = "has a member twice" if rule.members is not None and len(set(members)) < len(members) else ""
        return (
            twice
            or _outside(rule, len(members))
            or next(filter(None, (_unfit(rule, m) for m in members)), "")
        )
    return _outside(rule, len(value)) or _unfit(rule, value)


def _outside(rule: Rule, size: int) -> str:
    inside = (rule.least is None or size >= rule.least) and (rule.most is None or size <= rule.most)
    return "" if inside else f"is not between {rule.least} and {rule.most}"


def _unfit(rule: Rule, text: str) -> str:
    if rule.members is not None and text not in rule.members:
        return f"may not hold {text!r}"
    fits = not rule.pattern or re.fullmatch(rule.pattern.removeprefix("^").removesuffix("$"), text)
    return "" if fits else f"is not of the form {rule.pattern}"


def _is_time(text: str) -> bool:
    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]+)?Z", text):
        return False
    try:
        datetime.fromisoformat(text)
    except ValueError:
        return False
    return True
