"""What every match of a regular expression holds, and looking for many such texts at once."""

from __future__ import annotations

import pytest
import re2
from hypothesis import given, settings
from hypothesis import strategies as st

from matching.literals import Literals, normal, required


@pytest.mark.parametrize(
    ("pattern", "literal"),
    [
        (r"bit\w*coin", "coin"),
        (r"https?:\/\/binance", "://binance"),
        (r"\bETF\b", "etf"),
        ("cat|dog", ""),
        ("(cat|dog)food", "food"),
        ("colou?r", "colo"),
        ("x{2}yzw", "yzw"),
        (r"abc\123def", "abc"),
        ("[]a]xyz", "xyz"),
        (r"\Qa|b\E", ""),
        ("ab", ""),
        ("比特币.*新高", "比特币"),
    ],
)
def test_required(pattern: str, literal: str) -> None:
    """A regular expression waits for the longest plain text that it cannot do without."""
    assert required(pattern) == literal


@settings(max_examples=500, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            ["abc", "k", "(abd)", "(?:x|abc)", "[a-c]", ".", "*", "+", "?", "{2}", r"\.", "|", "ſ"]
        )
    ),
    st.text("abcdkKſxX.", max_size=12),
)
def test_every_match_holds_it(parts: list[str], text: str) -> None:
    """Nothing that a regular expression finds is missed for want of its plain text."""
    pattern = "".join(parts)
    options = re2.Options()
    options.log_errors = False
    options.case_sensitive = False
    try:
        found = re2.compile(pattern, options).search(text)
    except re2.error:
        return

    assert found is None or required(pattern) in normal(text)


def test_many_texts_at_once() -> None:
    """Texts are found from the moment they are added until they are removed, few or many, in any case."""
    literals = Literals[int]()
    for number in range(100):
        literals.add(normal(f"Text{number:03}"), number)
        assert list(literals.standing_in(f"a tEXT{number:03}!")) == [number]

    assert set(literals.standing_in("text001text050text099")) == {1, 50, 99}
    literals.remove("text050", 50)
    assert set(literals.standing_in("text001text050text099")) == {1, 99}
