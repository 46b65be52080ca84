"""A query that is none is explained at the command line, in a configuration and after `--watch`."""

from __future__ import annotations

from pathlib import Path

import pytest

from commands import query_words
from commands.start import judge_watch
from config import load
from errors import ConfigError, QueryError, QueryProblem


def test_mistakes_in_the_configuration_are_sentences(tmp_path: Path) -> None:
    """Each watch that is none has a line with what is wrong and what was probably meant."""
    (tmp_path / "hark.yaml").write_text('watches:\n  - "a OR"\n  - "-c"\n  - "fine"\n')

    with pytest.raises(ConfigError) as caught:
        load(Path("hark.yaml"), {}, tmp_path, judge_watch)

    first, second = caught.value.problems
    assert "watches[0]: this is not a query (character " in first
    assert first.endswith("; try: a")
    assert second.endswith("watches[1]: it only says what to leave out")


@pytest.mark.parametrize("problem", QueryProblem)
def test_every_problem_has_words(problem: QueryProblem) -> None:
    """No mistake is told by its name in the code."""
    error = QueryError(problem, "(b", 1, "b")

    words, _, _ = query_words.line(error).partition(" (character 2)")
    assert len(words.split()) > 3
    assert query_words.paragraph(error).startswith(f"{words}:\n")


def test_the_opposite_is_no_proposal() -> None:
    """Who wants to leave something out is not asked to look for it."""
    error = QueryError(QueryProblem.ONLY_NEGATIVE, "-c", 0, "c")

    assert "try:" not in query_words.paragraph(error) + query_words.line(error)
