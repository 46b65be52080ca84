"""A query asked of titles alone, and back again."""

from __future__ import annotations

import pytest

from matching.query import parse
from matching.tightening import anywhere, title_only


@pytest.mark.parametrize(
    ("words", "narrow"),
    [
        ("halving", "title:halving"),
        ("halving btc", "title:(halving btc)"),
        ("halving -quiet", "title:halving -quiet"),
        ('"sam altman" OR openai source:reuters', None),
    ],
)
def test_a_query_goes_into_titles_and_back(words: str, narrow: str | None) -> None:
    """What is narrowed to titles reads as a person would write it, and comes back as it was."""
    query = parse(words)
    found = title_only(query)
    assert found is not None
    if narrow is not None:
        assert str(found) == narrow
    assert anywhere(query) is None
    assert anywhere(found) == query


@pytest.mark.parametrize("words", ["title:halving", "source:reuters", "from:sama"])
def test_what_asks_nothing_of_all_fields_cannot_be_narrowed(words: str) -> None:
    """A query that names its fields is left as it is."""
    assert title_only(parse(words)) is None
