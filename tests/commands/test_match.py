"""`bot.py match`: what other programs and curious people read from it."""

from __future__ import annotations

import io
import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot import _app
from commands.match import Given, match

NOW = datetime(2026, 5, 1, tzinfo=UTC)


def _asked(given: Given) -> tuple[int, list[dict[str, object]], str]:
    out, err = io.StringIO(), io.StringIO()
    code = match(given, NOW, out, err)
    return code, [json.loads(line) for line in out.getvalue().splitlines()], err.getvalue()


def _file(folder: Path, *records: dict[str, object]) -> Path:
    path = folder / "items.jsonl"
    path.write_text("\n".join(json.dumps(record) for record in records), encoding="utf-8")
    return path


def test_text() -> None:
    """A text is one item, and the reasons lead to places in it."""
    code, lines, _ = _asked(Given("#赵长鹏", text="今天 趙長鵬 说"))

    assert code == 0
    assert lines == [
        {
            "id": "text",
            "hit": True,
            "reasons": [
                {"term": "#赵长鹏", "field": "text", "text": "趙長鵬", "start": 3, "end": 6, "via": "script"}
            ],
        }
    ]


def test_file(tmp_path: Path) -> None:
    """Every item of a file has its line, hit or not, with all that is known of it."""
    items = _file(
        tmp_path,
        {"id": 1, "title": "Bitcoin up", "source": "CoinDesk", "published": "2026-04-30T22:00:00+00:00"},
        {"id": "b", "title": "Bitcoin up", "source": "https://decrypt.co/feed", "tags": ["x"], "lang": "en"},
    )

    code, lines, _ = _asked(Given("source:coindesk bitcoin age:<6h", file=items))

    assert code == 0
    assert [(line["id"], line["hit"]) for line in lines] == [(1, True), ("b", False)]
    assert [reason["field"] for reason in lines[0]["reasons"]] == ["source", "title", "published"]  # type: ignore[attr-defined]


def test_any_of_several() -> None:
    """A comma or a new line makes several watches: any of them will do."""
    assert [_asked(Given(query, text="ether"))[1][0]["hit"] for query in ("btc, ether", "a\nb")] == [
        True,
        False,
    ]


def test_other_names() -> None:
    """The built-in names count as they do after /watch."""
    _, lines, _ = _asked(Given("赵长鹏", text="Changpeng Zhao resigns"))

    assert lines[0]["reasons"][0]["via"] == "alias"  # type: ignore[index]


@pytest.mark.parametrize(
    ("query", "place"),
    [("", 0), ("-jobs", 0), ("赵长鹏 foo:bar", 7), ("*", 0), ("x, (y", 3), ("https://a.b/feed", 0)],
)
def test_refused(query: str, place: int) -> None:
    """A query that is refused is shown with "here ↑" under the place, nothing on stdout, and exit code 2."""
    code, lines, err = _asked(Given(query, text="x"))
    shown, mark, sentence = err.splitlines()

    assert (code, lines) == (2, [])
    assert shown == f"     {query}"
    assert mark == " " * place + "here ↑"
    assert sentence


def test_many_queries(tmp_path: Path) -> None:
    """Many queries are answered in one go; a bad one is a line of its own and stops nothing."""
    asked = tmp_path / "queries.jsonl"
    asked.write_text('{"id": "q1", "query": "x"}\n{"id": 2, "query": "("}\n{"id": 3, "query": "y"}\n')

    code, lines, _ = _asked(Given(queries=asked, text="x"))

    assert code == 0
    assert [line.get("query") for line in lines] == [2, "q1", 3]
    assert "error" in lines[0]
    assert [line["hit"] for line in lines[1:]] == [True, False]


@pytest.mark.parametrize("content", ["{", "[]", '"x"'])
def test_bad_file(tmp_path: Path, content: str) -> None:
    """A file that holds no items is one line that says where."""
    path = tmp_path / "items.jsonl"
    path.write_text(content)

    code, lines, err = _asked(Given("x", file=path))

    assert (code, lines) == (1, [])
    assert "line 1" in err


def test_missing_file(tmp_path: Path) -> None:
    """A file that is not there is one line."""
    code, _, err = _asked(Given("x", file=tmp_path / "none"))

    assert code == 1
    assert err.count("\n") == 1


@pytest.mark.parametrize("query", ["-jobs halving", "--x halving", "=halving", "@a OR halving", "/halving/"])
@pytest.mark.parametrize("dashes", [[], ["--"]])
def test_whatever_it_begins_with(query: str, dashes: list[str]) -> None:
    """A query may begin with any sign, with or without "--" before it."""
    result = CliRunner().invoke(_app(), ["match", "--text", "a halving x", *dashes, query])

    assert result.exit_code == 0
    assert json.loads(result.stdout)["hit"] is True


def test_half_a_character() -> None:
    """A text with half a character in it is read all the same."""
    assert _asked(Given("/x/", text="\ud83d x"))[1][0]["hit"] is True


def test_a_file_from_windows(tmp_path: Path) -> None:
    """Byte order marks, line ends of Windows and empty lines are no mistakes, in items and in queries."""
    items, asked = tmp_path / "items.jsonl", tmp_path / "queries.jsonl"
    items.write_bytes(b'\xef\xbb\xbf{"id": 1, "title": "halving"}\r\n\r\n{"id": 2, "title": "x"}\r\n')
    asked.write_bytes(b'\xef\xbb\xbf{"id": null, "query": "halving"}\r\n')

    code, lines, _ = _asked(Given(queries=asked, file=items))

    assert code == 0
    assert [(line["id"], line["query"], line["hit"]) for line in lines] == [(1, 1, True), (2, 1, False)]


def test_an_odd_item(tmp_path: Path) -> None:
    """What is missing, null or of another type than it should be is read as well as it can be."""
    items = _file(
        tmp_path,
        {"id": "\ud83d", "title": None, "text": 7, "tags": "halving", "published": 5, "lang": None},
        {"title": "x", "tags": [None, 3, "halving"], "published": "yesterday"},
    )

    code, lines, _ = _asked(Given("halving -none", file=items))

    assert code == 0
    assert [(line["id"], line["hit"]) for line in lines] == [("\ufffd", True), (1, True)]
