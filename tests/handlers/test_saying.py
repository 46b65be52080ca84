"""Every sentence that a handler can say is there in every language, with the arguments it is given."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from errors import QueryError, QueryProblem
from handlers import menus
from handlers.targets import Target, read_target
from handlers.words import mistake
from locales import LANGUAGES
from model import FailureReason, FollowMode, SourceKind
from tests import loaded
from tests.servers.telegram_html import parse_html

HANDLERS = Path(__file__).resolve().parents[2] / "handlers"
FAMILIES = frozenset(
    [
        "error",
        "watch",
        "unwatch",
        "undo",
        "list",
        "query",
        "test",
        "follow",
        "price",
        "unfollow",
        "sources",
        "status",
        "settings",
        "lang",
        "zone",
        "chats",
        "ask",
        "cancel",
        "start",
        "alert",
        "back",
        "menu",
        "bot",
    ]
)

TEXTS = ["words", "name", "reason", "since", "ago", "clock", "next-clock", "language", "status"]
TEXTS += ["city", "names", "spent", "budget", "forecast", "left", "cost", "price"]
NUMBERS = [
    "count",
    "limit",
    "sources",
    "items",
    "days",
    "failing",
    "number",
    "chats",
    "watches",
    "sent",
    "waiting",
    "rate",
    "most",
    "tried",
    "reads",
    "more",
    "accounts",
    "posts",
    "ours",
]


def literal_keys() -> set[str]:
    """Return every message key that stands as a whole in the handlers' code."""
    trees = [ast.parse(path.read_text(encoding="utf-8")) for path in HANDLERS.glob("*.py")]
    texts = {
        node.value
        for tree in trees
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    whole = {text for text in texts if re.fullmatch(r"[a-z]+(-[a-z]+)+", text)}
    return {text for text in whole if text.split("-")[0] in FAMILIES}


def built_keys() -> set[str]:
    """Return the keys that are put together."""
    found = {f"menu-{name}" for name in menus.PRIVATE} | {
        f"ask-{name}" for name in ("watch", "test", "why", "follow")
    }
    found |= {f"query-{problem.value}" for problem in QueryProblem}
    found |= {f"reason-{reason.value}" for reason in FailureReason}
    found |= {f"{start}-{mode.value}" for start in ("follow-chosen", "follow-again") for mode in FollowMode}
    found |= {"sources-own-words", "sources-own-everything", "status-active", "status-paused"}
    switches = [f"{name}-{state}" for name in ("previews", "silent") for state in ("on", "off")]
    return found | {f"settings-{each}" for each in switches} | {f"settings-toast-{each}" for each in switches}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_is_there(language: str) -> None:
    """No language lacks a sentence, and none breaks Telegram's markup."""
    text = loaded.catalogue().text(language)
    facts = dict.fromkeys(TEXTS, "<x>") | {"unix": "1", "next-unix": "1", "format": "t", "next-format": "t"}
    anything: dict[str, str | int] = {**facts, **dict.fromkeys(NUMBERS, 2)}

    for key in sorted(literal_keys() | built_keys()):
        shown, _ = parse_html(text.html(key, **anything))
        assert shown.strip()
        assert text.plain(key, **anything)


@pytest.mark.parametrize(
    ("words", "problem", "position", "second_line"),
    [
        ("AI OR", QueryProblem.SYNTAX, 3, "   ↑ here"),
        ("币安 OR", QueryProblem.SYNTAX, 3, "     ↑ here"),
        ("e\u0301tat OR", QueryProblem.SYNTAX, 6, "     ↑ here"),
        ("word " * 20 + ")", QueryProblem.SYNTAX, 100, " " * 25 + "↑ here"),
    ],
)
def test_the_arrow_stands_under_the_place(
    words: str, problem: QueryProblem, position: int, second_line: str
) -> None:
    """Wide characters count twice and marks not at all; of long words only the surroundings are shown."""
    error = QueryError(problem, words, position)

    shown, _ = parse_html(mistake(error, loaded.catalogue().text("en")))

    assert shown.splitlines()[2] == second_line


@pytest.mark.parametrize(
    ("words", "bare", "target"),
    [
        ("@sama", True, Target(SourceKind.X, "sama")),
        ("x.com/sama", True, Target(SourceKind.X, "sama")),
        ("https://a.example/feed", True, Target(SourceKind.FEED, "https://a.example/feed")),
        ("feed://a.example/feed", False, Target(SourceKind.FEED, "feed://a.example/feed")),
        ("a.example/feed", False, Target(SourceKind.FEED, "https://a.example/feed")),
        ("a.example", True, None),  # said without being asked: a word like any other
        ("@" + "a" * 16, False, None),
        ("two words", False, None),
        ("3.14", False, None),
        ("", False, None),
    ],
)
def test_what_can_be_followed(words: str, bare: bool, target: Target | None) -> None:
    """Links, addresses and accounts are told from mere words."""
    assert read_target(words, bare=bare) == target
