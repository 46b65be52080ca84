"""The languages themselves: plurals, directions, lengths, and what is said of them in the documents."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest

from alerts.markup import visible
from handlers.menus import PRIVATE, menus_of
from locales import LANGUAGES
from model import Chat, ChatKind, Entry
from tests import loaded
from tests.alerts.drawing import URL, Scene
from tests.servers.telegram_html import parse_html
from tests.servers.telegram_text import finish
from tests.test_locales import formatted, messages, variables

HOUSE = Path(__file__).resolve().parent.parent
CATALOGUE = loaded.catalogue()
ISOLATE, END, TO_THE_LEFT = "\u2068", "\u2069", "\u200f"
LATIN = "#AI"  # its sign would jump to the other side of the word
COUNTS = {"count", "limit", "days", "items", "rate", "most", "tried", "sources", "watches", "reads"}
COUNTS |= {"accounts", "more", "chats", "failing", "sent", "waiting", "rows", "posts", "ours", "theirs"}
COUNTS |= {"number", "status", "private", "groups", "channels", "active", "paused", "lost", "banned"}
COUNTING = {"alias-too-many-names": "names", "miss-too-far": "words"}


# Plurals.


@pytest.mark.parametrize(
    ("count", "russian", "arabic"),
    [
        (0, "0 запросов", "مفعّلة."),
        (1, "1 запрос.", "متابعة واحدة تعمل"),
        (2, "2 запроса.", "متابعتان تعملان"),
        (3, "3 запроса.", "3 متابعات تعمل"),
        (5, "5 запросов.", "5 متابعات تعمل"),
        (10, "10 запросов.", "10 متابعات تعمل"),
        (11, "11 запросов.", "11 متابعة تعمل"),
        (12, "12 запросов.", "12 متابعة تعمل"),
        (21, "21 запрос.", "21 متابعة تعمل"),
        (22, "22 запроса.", "22 متابعة تعمل"),
        (25, "25 запросов.", "25 متابعة تعمل"),
        (100, "100 запросов.", "100 متابعة تعمل"),
        (101, "101 запрос.", "101 متابعة تعمل"),
    ],
)
def test_russian_and_arabic_count_as_their_speakers_do(count: int, russian: str, arabic: str) -> None:
    """21 watches are "21 запрос" in Russian, two are "متابعتان" in Arabic."""
    said = {code: CATALOGUE.text(code).html("chats-resumed", count=count) for code in ("ru", "ar")}

    assert (russian if count else "Уведомления включены.") in said["ru"]
    assert arabic in said["ar"]


@pytest.mark.parametrize(
    ("reads", "said"),
    [(1, "منشور واحد"), (2, "منشوران"), (5, "5 منشورات"), (21, "21 منشورًا"), (100, "100 منشور،")],
)
def test_arabic_has_a_form_of_its_own_from_eleven_on(reads: int, said: str) -> None:
    """The accusative of 11 to 99 is not the genitive of 100."""
    assert said in CATALOGUE.text("ar").html("sources-x-watch", words="x", reads=reads, cost="1")


@pytest.mark.parametrize("language", ["ru", "ar"])
def test_a_plural_has_every_form_that_its_language_has(language: str) -> None:
    """Whatever chooses between "one" and "other" in English chooses between all forms here."""
    needed = {"ru": {"one", "few", "many"}, "ar": {"one", "two", "few"}}[language]
    either = {"test-less", "test-less-newest", "catch-up-offer"}  # the genitive of few is that of many
    lacking = []
    for name in messages(language):
        source = _source(language, name)
        for block in re.findall(r"->\n(.*?)\n\s*\}", source, re.DOTALL):
            forms = set(re.findall(r"\[(zero|one|two|few|many|other)\]", block))
            plural = forms - {"other"} if language == "ar" else forms - {"other", "many"}
            key = name.partition("/")[2]
            if plural and needed - forms and not (language == "ru" and key in either):
                lacking.append((key, sorted(forms)))

    assert lacking == []


def _source(language: str, name: str) -> str:
    family, _, key = name.partition("/")
    text = (HOUSE / "locales" / language / f"{family}.ftl").read_text(encoding="utf-8")
    found = re.search(rf"^{re.escape(key)} =.*?(?=^[a-z#]|\Z)", text, re.MULTILINE | re.DOTALL)
    assert found, name
    return found[0]


# Lengths.


@pytest.mark.parametrize("language", LANGUAGES)
def test_help_is_one_message(language: str) -> None:
    """In no language is the help cut off, or sent in two pieces; every command is in it as it is typed."""
    shown, entities = parse_html(CATALOGUE.text(language).html("help"))

    assert len(shown) <= 4096
    assert len(entities) <= 100
    assert set(re.findall(r"/[a-z]+", shown)) == set(re.findall(r"/[a-z]+", visible(_english("help"))))


@pytest.mark.parametrize("language", LANGUAGES)
def test_telegram_takes_the_menus_and_descriptions(language: str) -> None:
    """No line of the menu and no description is longer than Telegram allows."""
    text = CATALOGUE.text(language)

    assert [name for name in PRIVATE if not 1 <= len(text.plain(f"menu-{name}")) <= 256] == []
    assert len(text.plain("bot-description")) <= 512
    assert len(text.plain("bot-short-description")) <= 120


# Which of them are offered.


def test_the_operator_chooses_the_languages() -> None:
    """Only the named ones may be chosen, in that order; who speaks another one is met in the first."""
    offered = CATALOGUE.offering(("it", "zh-TW"))

    assert offered.languages == ("it", "zh-TW")
    assert [offered.best(code) for code in ("de", "zh-hans", "it-CH", None)] == ["it", "zh-TW", "it", "it"]
    assert offered.text("ja").language == "ja"
    assert offered.text("xx").language == "it"
    assert list(menus_of(offered)) == ["", "zh"]


def test_of_two_kinds_of_chinese_the_first_makes_the_menus() -> None:
    """Telegram knows one Chinese: the other kind never stands in its place."""
    found = menus_of(CATALOGUE.offering(("zh-CN", "zh-TW")))

    assert [texts["menu-list"] for texts in found.values()] == [CATALOGUE.text("zh-CN").plain("menu-list")]


def _english(key: str) -> str:
    return CATALOGUE.text("en").html(key)


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_typed_is_the_same_everywhere(language: str) -> None:
    """A command, a field or a setting that a sentence tells is written everywhere as Hark reads it."""
    typed = re.compile(r"(?<![\w<])/[a-z]+|\b(?:source|site|from|url|title|text|tag|author):|\bx\.budget\b")
    english = {name: set(typed.findall(_shown("en", name))) for name in messages("en")}

    assert {name: set(typed.findall(_shown(language, name))) for name in messages("en")} == english


def _shown(language: str, name: str, fact: str = "x") -> str:
    return visible(formatted(language, name.partition("/")[2], messages(language)[name], fact))


# From right to left.


def depths(shown: str) -> Iterator[tuple[int, int]]:
    """Give each place of a text with the number of isolates it stands in."""
    depth = 0
    for place, char in enumerate(shown):
        depth += (char == ISOLATE) - (char == END)
        yield place, depth


def loose(shown: str, wanted: str) -> list[str]:
    """Give what in `shown` fits `wanted` and stands in no isolate."""
    depth = dict(depths(shown))
    return [found[0] for found in re.finditer(wanted, shown) if not depth[found.start()]]


def direction(line: str) -> str:
    """Give the direction that a line is shown in: that of its first strong character outside isolates."""
    for place, depth in depths(line):
        kind = unicodedata.bidirectional(line[place])
        if not depth and kind in ("L", "R", "AL"):
            return "left" if kind == "L" else "right"
    return "none"


def arabic() -> Iterator[tuple[str, str]]:
    """Give every Arabic message as it is shown, with each of its plurals and Latin words elsewhere."""
    moment = {"unix": "1776434340", "format": "r"}
    for name, message in messages("ar").items():
        key = name.partition("/")[2]
        counts = COUNTS | {COUNTING.get(key, "")}
        for count in (0, 1, 2, 3, 11, 100):
            facts = {
                each: count if each in counts else moment.get(each.rpartition("-")[2], LATIN)
                for each in variables(message)
            }
            yield key, visible(CATALOGUE.text("ar").html(key, **facts))


def test_arabic_isolates_what_is_typed_and_what_others_wrote() -> None:
    """In Arabic "#AI" stays "#AI" and "/list" stays "/list": neither is shown as "AI#" or "list/"."""
    foreign = r"[@#]\w+|(?<![\w<])/[a-z]+"

    assert [(key, loose(shown, foreign)) for key, shown in arabic() if loose(shown, foreign)] == []
    assert [key for key, shown in arabic() if shown.count(ISOLATE) != shown.count(END)] == []


def test_arabic_lines_run_from_right_to_left() -> None:
    """A list of Latin names is set to the right like the sentences around it."""
    lines = [(key, line) for key, shown in arabic() for line in shown.splitlines()]

    assert [each for each in lines if re.search("[A-Za-z]", each[1]) and direction(each[1]) != "right"] == []


def test_marks_stay_out_of_what_is_copied() -> None:
    """A tap on a command in Arabic copies the command and no invisible sign."""
    for name, message in messages("ar").items():
        html = formatted("ar", name.partition("/")[2], message, LATIN)
        for code in re.findall(r"<code>(.*?)</code>", html):
            assert not set(code) & {ISOLATE, END, TO_THE_LEFT}, name
        for attribute in re.findall(r'="([^"]*)"', html):
            assert not set(attribute) & {ISOLATE, END, TO_THE_LEFT}, name


def test_only_arabic_has_marks_of_direction() -> None:
    """No other language holds invisible signs."""
    for language in LANGUAGES:
        if language != "ar":
            said = "".join(_shown(language, name) for name in messages(language))
            assert not set(said) & {ISOLATE, END, TO_THE_LEFT}, language


def test_a_line_of_parts_is_isolated_in_arabic_alone() -> None:
    """Source, author and time keep their places; elsewhere nothing is added."""
    parts = ("CoinDesk", "17 أبريل 14:03", "№ 12")

    assert CATALOGUE.text("en").line(parts) == "CoinDesk · 17 أبريل 14:03 · № 12"
    assert CATALOGUE.text("ar").line(iter(parts)) == TO_THE_LEFT + " · ".join(
        f"{ISOLATE}{part}{END}" for part in parts
    )


@pytest.mark.parametrize(
    ("title", "bold"),
    [
        ("SamAltman speaks", ["SamAltman speaks", "SamAltman"]),
        ("سام ألتمان: SamAltman", ["سام ألتمان: SamAltman", "SamAltman"]),
    ],
)
def test_an_arabic_alert_keeps_its_hits_in_bold(title: str, bold: list[str]) -> None:
    """The hit is bold from first letter to last, the hashtag is one, and each part keeps its place."""
    entry = Entry(url=URL, title=title, text="قال SamAltman (أمس) ذلك.", author="Ada")
    shown = Scene(entry, source="CoinDesk (EN)", chat=Chat(1, ChatKind.PRIVATE, language="ar")).shown()
    meta = shown.text.splitlines()[1]

    assert [shown.of(each) for each in shown.entities if each.type == "bold"] == bold
    assert "#SamAltman" in [shown.of(each) for each in shown.entities if each.type == "hashtag"]
    assert meta.startswith(f"{TO_THE_LEFT}{ISOLATE}CoinDesk (EN){END} · ")
    assert direction(meta) == "right"


def test_telegram_still_knows_commands_and_tags_behind_a_mark() -> None:
    """A command in an Arabic sentence can be tapped: an invisible sign before it does not hide it."""
    shown = finish(*parse_html(CATALOGUE.text("ar").html("watch-count", count=1, limit=50)))
    tags = finish(*parse_html(CATALOGUE.text("ar").html("list-row", number="1", words="#AI")))

    assert [shown.of(each) for each in shown.entities if each.type == "bot_command"] == ["/list"]
    assert [tags.of(each) for each in tags.entities if each.type == "hashtag"] == ["#AI"]


# The documents.


def test_the_documents_name_the_languages() -> None:
    """README, the table of commands and the changelog list the languages that /lang offers, in its order."""
    names = [CATALOGUE.own_name(language) for language in LANGUAGES]
    for document in ("README.md", "docs/commands.md", "CHANGELOG.md"):
        text = (HOUSE / document).read_text(encoding="utf-8")
        found = re.search(rf"English, {re.escape(names[1])}.*?{re.escape(names[-1])}", text, re.DOTALL)
        assert found, document
        assert re.split(r",\s+|\s+and\s+", found[0]) == names, document
