"""What X's documents leave open or may change: each a switch, set as hard for a client as it may be.

A client that loses nothing here loses nothing on an X that is kinder.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from enum import Enum


class Unit(Enum):
    """In what the length of a query is counted (X says "characters")."""

    CODE_POINTS = "code points"
    WEIGHTED = "as posts are: Latin 1, what X weighs double (Chinese, Japanese, Korean, emoji) 2"
    BYTES = "UTF-8"


_LIGHT = (range(4352), range(8192, 8206), range(8208, 8224), range(8242, 8248))
"""Code points that weigh 1 in a post (X's twitter-text, configuration 3); all others weigh 2."""


def length(text: str, unit: Unit) -> int:
    """Return how long X finds `text`."""
    if unit is Unit.BYTES:
        return len(text.encode())
    if unit is Unit.CODE_POINTS:
        return len(text)
    return sum(1 if any(ord(character) in light for light in _LIGHT) else 2 for character in text)


@dataclass(frozen=True, slots=True)
class Behaviour:
    """How this X behaves."""

    query_limit: int = 512  # of self-serve; Enterprise: 4,096
    rule_limit: int = 1024
    most_rules: int = 1000
    most_connections: int = 1
    unit: Unit = Unit.WEIGHTED
    lag: timedelta = timedelta(seconds=30)  # searches end so long ago unless `end_time` says otherwise
    reach: timedelta = timedelta(days=7)  # how far back searches go

    long_text_matched: bool = False  # words after the cut of a long post find it
    words_in_tags: bool = False  # a keyword finds #keyword, @keyword, $keyword and links with it
    phrases_in_tags: bool = False  # phrases look into these, and so do keywords in running text (below)
    running_by_substring: bool = False  # Chinese, Japanese, Korean; else a keyword is a whole run of letters
    accents_folded: bool = True  # in searches, as documented; in streams they never are
    widths_folded: bool = False  # ＢＴＣ is BTC, in searches
    loose_phrases: bool = False  # "coca cola" finds coca-cola, and the other way round
    retweets_by_keyword: bool = False  # as it was until May 2026

    bills_expansions: bool = True  # what `includes` holds is billed too
    bills_repeats: bool = False  # the "soft guarantee" of one bill a day for each resource does not hold
    most_on_page: int | None = None  # pages may be shorter than `max_results`, and others follow all the same
    token_after_last: bool = False  # a full last page has a token; the page after it is empty
    usage_as_described: bool = True  # the shape of usage/tweets: the description's, else the documentation's
    keep_alive: timedelta = timedelta(seconds=20)  # real time between the empty lines of a stream


ASSUMED = Behaviour(phrases_in_tags=True, running_by_substring=True, loose_phrases=True, widths_folded=True)
"""What the words that Hark pushes down rely on; what `Behaviour()` misses by them is for the audit."""

KIND = Behaviour(
    unit=Unit.CODE_POINTS,
    lag=timedelta(0),
    long_text_matched=True,
    words_in_tags=True,
    phrases_in_tags=True,
    running_by_substring=True,
    loose_phrases=True,
    widths_folded=True,
    bills_expansions=False,
)
"""An X that is as kind as X may be."""
