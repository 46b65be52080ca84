"""Why, in the words of people, in every language."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

import pytest

from alerts.because import Because
from locales import LANGUAGES
from matching.context import Context
from matching.explain import Missed, Missing, Nearly, NearMiss, Told, clauses, why_not
from matching.judge import match_one
from matching.query import parse
from matching.tree import Name
from model import Entry, Field, Reason
from tests import loaded
from tests.servers.telegram_html import parse_html

NOW = datetime(2026, 5, 1, 12, 0, tzinfo=UTC)
CATALOGUE = loaded.catalogue()
PLACES = (Field.TITLE, Field.TEXT, Field.TAG, Field.AUTHOR, Field.SOURCE, Field.URL)
MACHINE = re.compile(r"\w_\w|\bNone\b|[{}]|  |^\s|\s$|“”|«»|<|\bMissed\b|\bTold\b")

# What makes each kind of reason: term, what stands there, the other name, what is beside it.
KINDS: dict[Told, tuple[str, str, str, str]] = {
    Told.AS_WRITTEN: ("#Bitcoin", "Bitcoin", "", ""),
    Told.CASE: ("bitcoin", "BITCOIN", "", ""),
    Told.TRADITIONAL: ("#赵长鹏", "趙長鵬", "", ""),
    Told.SIMPLIFIED: ("趙長鵬", "赵长鹏", "", ""),
    Told.OTHER_SCRIPT: ("臺积电", "台積电", "", ""),
    Told.SPELLING: ("cafe", "café", "", ""),
    Told.PLURAL: ("halving", "halvings", "", ""),
    Told.WRITTEN_APART: ("SamAltman", "Sam Altman", "", ""),
    Told.TOGETHER: ("Sam Altman", "samaltman", "", ""),
    Told.JOINED: ("sam-altman", "Sam Alt-man", "", ""),
    Told.PREFIX: ("mac*", "machine", "", ""),
    Told.ALIAS: ("赵长鹏", "Changpeng Zhao", "Changpeng Zhao", ""),
    Told.ALIAS_BESIDE: ("赵长鹏", "CZ", "CZ", "Binance"),
    Told.ALIAS_AUTHOR: ("赵长鹏", "CZ", "CZ", "@czbinance"),
    Told.REGEX: ("/hal.ing/", "halving", "", ""),
    Told.NEAR: ("OpenAI near/3 Altman", "Altman", "", ""),
    Told.SITE: ("site:bbc.com", "https://www.bbc.com/news", "", ""),
    Told.URL: ("url:news", "https://www.bbc.com/news", "", ""),
    Told.AUTHOR: ("from:@sama", "@sama", "", ""),
    Told.LANG: ("lang:zh", "zh-Hans", "", ""),
    Told.AGE: ("age:<6h", "2026-05-01T09:00:00+00:00", "", ""),
    Told.NOT_JUDGED: ("min:2", "", "", ""),
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("told", Told)
def test_every_reason_has_its_sentence_in_every_field(told: Told, language: str) -> None:
    """Whatever hit, wherever it stands: a sentence of people, with what stands there and no markup."""
    term, found, alias, beside = KINDS[told]
    because = Because(CATALOGUE.text(language), NOW)
    for field in PLACES if told is not Told.NOT_JUDGED else (Field.STORY,):
        reason = Reason(term, field, found, 0, len(found), alias, beside)
        [said] = because.hits([reason])

        assert clauses([reason])[0].told is told
        assert not MACHINE.search(said), said
        assert found in said or told in (Told.LANG, Told.AGE)
        assert alias in said
        assert beside in said


@pytest.mark.parametrize(
    ("told", "language", "said"),
    [
        (Told.TRADITIONAL, "en", "“趙長鵬” in the title is the traditional form of 赵长鹏"),
        (Told.TRADITIONAL, "zh-CN", "标题中的“趙長鵬”是 赵长鹏 的繁体写法"),
        (Told.TRADITIONAL, "it", "«趙長鵬» nel titolo è la forma tradizionale di 赵长鹏"),
        (Told.SIMPLIFIED, "en", "“赵长鹏” in the title is the simplified form of 趙長鵬"),
        (Told.ALIAS_BESIDE, "en", "“CZ” in the title is another name of 赵长鹏, with “Binance” beside it"),
        (Told.ALIAS_BESIDE, "zh-CN", "标题中的“CZ”是 赵长鹏 的别名，文中还有“Binance”"),
        (Told.ALIAS_AUTHOR, "it", "«CZ» nel titolo è un altro nome di 赵长鹏, in un post di @czbinance"),
        (Told.PLURAL, "en", "“halvings” in the title is the plural of halving"),
        (Told.PREFIX, "en", "“machine” in the title begins with mac"),
        (Told.WRITTEN_APART, "it", "«Sam Altman» nel titolo è SamAltman scritto staccato"),
        (Told.LANG, "en", "the language is Chinese (Simplified)"),
        (Told.LANG, "it", "la lingua è: cinese (semplificato)"),
        (Told.LANG, "zh-CN", "语言是中文 (简体)"),
        (Told.AGE, "en", "it was 3 hours old"),
        (Told.AGE, "zh-CN", "当时已发布 3小时"),
    ],
)
def test_a_reason_reads_as_people_say_it(told: Told, language: str, said: str) -> None:
    """The sentence names what stands there, where, and what makes it the term."""
    term, found, alias, beside = KINDS[told]

    [sentence] = Because(CATALOGUE.text(language), NOW).hits(
        [Reason(term, Field.TITLE, found, 0, len(found), alias, beside)]
    )

    assert sentence.replace("（", " (").replace("）", ")") == said


def test_real_reasons_are_told_once_each() -> None:
    """The two words of near/N make one sentence; the same said of title and text are two."""
    entry = Entry(title="OpenAI and Altman", text="OpenAI, again", tags=("halvings",))
    reasons = match_one(parse("(Altman near/3 OpenAI) OpenAI halving"), entry)
    assert reasons is not None

    said = Because(CATALOGUE.text("en"), NOW).hits(reasons)

    assert said == (
        "“OpenAI” and “Altman” in the title stand as near as Altman near/3 OpenAI asks",
        "“OpenAI” stands in the text",
        "“halvings” among the tags is the plural of halving",
    )


def test_everything_needs_no_word() -> None:
    """A hit without any term says that everything counts."""
    assert Because(CATALOGUE.text("en"), NOW).hits(()) == ("everything counts here",)


PLACE = Reason("ETF", Field.TEXT, "Etf", 3, 6)
OTHER = Reason("gold", Field.TITLE, "Gold", 0, 4)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", Missed)
def test_every_way_to_miss_has_its_sentence(kind: Missed, language: str) -> None:
    """Whatever fails, with much or little known of it: a sentence of people that names the part."""
    because = Because(CATALOGUE.text(language), NOW)
    for words in (0, 1, 2):
        for actual in ("en", ""):
            published = None if kind is Missed.NO_DATE else NOW - timedelta(hours=30)
            missing = Missing(kind, "title:ETF", PLACE, OTHER, Name.TITLE, words, actual, published)
            [said] = because.misses(missing)

            assert not MACHINE.search(said), said
            assert "ETF" in said or "Etf" in said
    bare = [Missing(kind, "ETF -gold", PLACE, OTHER, None, 2, "en", NOW)]
    bare += [Missing(kind, "-min:2")] if kind is Missed.EXCLUDED else []
    for missing in bare:
        assert not MACHINE.search(because.misses(missing)[0])


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", Nearly)
def test_every_near_miss_has_its_sentence(kind: Nearly, language: str) -> None:
    """A near miss says what stands there, where, and what it nearly is."""
    near = NearMiss(kind, Reason("halving", Field.TITLE, "halvign", 0, 7))

    _, said = Because(CATALOGUE.text(language), NOW).misses(Missing(Missed.NOWHERE, "halving", near=(near,)))

    assert "halvign" in said
    assert "halving" in said
    assert not MACHINE.search(said)


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("mac", ("mac is not there", "mac stands inside “Machine” in the title")),
        ("title:gold", ("“Gold” stands in the text, which is not where title:gold looks",)),
        ("gazette", ("“Gazette” stands in the source’s name; gazette looks only in title, text and tags",)),
        (
            "machine near/1 gold",
            (
                "“Machine” stands in the title and “Gold” in the text; "
                "machine near/1 gold asks for both in one place",
            ),
        ),
        ("machine -gold", ("“Gold” stands in the text, which -gold rules out",)),
        ("lang:zh gold", ("its language is English, and lang:zh asks for another",)),
        ("gold age:<6h", ("it was 9 hours old, older than age:<6h allows",)),
        ("gold from:@sama", ("it names no author, which from:@sama needs",)),
        (
            "halving OR =gold",
            (
                "none of these is there: halving OR =gold",
                "“Gold” stands in the text, with other capitals than =gold",
                "“halvign” in the text is nearly halving",
            ),
        ),
    ],
)
def test_a_miss_reads_as_people_say_it(query: str, said: tuple[str, ...]) -> None:
    """The sentence names the part that fails, what stands there instead, and what is nearly there."""
    entry = Entry(title="Machine", text="Gold and halvign", language="en", published=NOW - timedelta(hours=9))
    missing = why_not(parse(query), entry, Context("The Gazette", NOW))
    assert missing is not None

    assert Because(CATALOGUE.text("en"), NOW).misses(missing) == said


def test_what_a_stranger_wrote_stays_short_and_harmless() -> None:
    """A very long find is cut, and what hides in it is gone."""
    found = "<b>" + "x" * 500 + "\u202e"
    [said] = Because(CATALOGUE.text("en"), NOW).hits([Reason("/x+/", Field.TEXT, found, 0, len(found))])

    assert len(said) < 120
    assert "\u202e" not in said
    assert parse_html(said.replace("<", "&lt;"))[0] == said
