"""Every message, in every language: there, used, whole, short, and in the words of people."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path

import pytest
from fluent.syntax import FluentParser
from fluent.syntax import ast as ftl
from fluent.syntax.visitor import Visitor

from alerts.markup import visible
from alerts.shown import columns
from errors import QueryProblem
from handlers.everything import registry
from locales import LANGUAGES, Catalogue, MessageError, Text, escaped
from matching.explain import Missed, Nearly, Told
from model import Chat, ChatKind, FailureReason
from tests import loaded
from tests.servers.telegram_html import parse_html

HOUSE = Path(__file__).resolve().parent.parent
LOCALES = HOUSE / "locales"
KEY = re.compile(r"[a-z]+(-[a-z0-9]+)*")
FAMILIES: dict[str, list[str]] = {
    "reason-": [reason.value for reason in FailureReason],
    "query-": [problem.value for problem in QueryProblem],
    "hit-": [told.value for told in Told],
    "miss-": [missed.value for missed in Missed],
    "near-": [nearly.value for nearly in Nearly],
}
SPEAKING = ("accounts", "alerts", "commands", "handlers")  # rooms, beside the single modules
SCREEN_LINES, SCREEN_COLUMNS = 30, 40  # what a phone shows at once
NOW = datetime(2026, 4, 17, 14, 3, tzinfo=UTC)


class Variables(Visitor):
    def __init__(self) -> None:
        self.names: set[str] = set()

    def visit_VariableReference(self, node: ftl.VariableReference) -> None:  # noqa: N802  # fluent's name
        self.names.add(node.id.name)


class Texts(Visitor):
    def __init__(self) -> None:
        self.texts: list[str] = []

    def visit_TextElement(self, node: ftl.TextElement) -> None:  # noqa: N802  # fluent's name
        self.texts.append(node.value)


@cache
def messages(language: str) -> dict[str, ftl.Message]:
    """Give every message by "family/key"."""
    found = {}
    for path in sorted((LOCALES / language).glob("*.ftl")):
        for entry in FluentParser().parse(path.read_text(encoding="utf-8")).body:
            if isinstance(entry, ftl.Message):
                found[f"{path.stem}/{entry.id.name}"] = entry
    return found


def variables(message: ftl.Message) -> set[str]:
    """Give the names of the facts that a message tells."""
    visitor = Variables()
    visitor.visit(message)
    return visitor.names


def wording(message: ftl.Message) -> str:
    """Give all that a message may say, every plural of it."""
    visitor = Texts()
    visitor.visit(message)
    return "|".join(visitor.texts)


@cache
def catalogue() -> Catalogue:
    """Give what Hark ships."""
    return Catalogue.load()


def formatted(language: str, key: str, message: ftl.Message, fact: str | int = "x") -> str:
    """Give a message with one short fact in every place."""
    moment = {"unix": "1776434340", "format": "r"}  # as in "unix" and "next-unix"
    facts = {name: moment.get(name.rpartition("-")[2], fact) for name in variables(message)}
    return catalogue().text(language).html(key, **facts)


EACH_LANGUAGE = pytest.mark.parametrize("language", LANGUAGES)


def every(language: str) -> Iterator[tuple[str, ftl.Message]]:
    """Give every message with its key."""
    return ((name.partition("/")[2], message) for name, message in messages(language).items())


# What the code asks for.


@cache
def modules() -> dict[str, ast.Module]:
    """Give all code that may speak to a person, by file."""
    paths = [
        *HOUSE.glob("*.py"),
        *(path for room in SPEAKING for path in (HOUSE / room).rglob("*.py")),
    ]
    return {str(path.relative_to(HOUSE)): ast.parse(path.read_text(encoding="utf-8")) for path in paths}


def calls() -> Iterator[tuple[str, str, ast.Call]]:
    """Give every `.html("key", …)` and `.plain("key", …)` with the place."""
    for module, tree in modules().items():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
                first = node.args[0] if node.args else None
                is_key = isinstance(first, ast.Constant) and isinstance(first.value, str)
                if node.func.attr in ("html", "plain") and isinstance(first, ast.Constant) and is_key:
                    yield f"{module}:{node.lineno}", str(first.value), node


def templates() -> set[str]:
    """Give every f-string that may be a key, as a pattern."""
    found = set()
    for tree in modules().values():
        for node in ast.walk(tree):
            if isinstance(node, ast.JoinedStr):
                parts = [
                    re.escape(str(part.value)) if isinstance(part, ast.Constant) else "[a-z0-9-]+"
                    for part in node.values
                ]
                if re.match(r"[a-z]+\\-", parts[0]):
                    found.add("".join(parts))
    return found


def constants() -> set[str]:
    """Give every string in that code."""
    return {
        node.value
        for tree in modules().values()
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }


def keys() -> dict[str, ftl.Message]:
    """Give every message by key."""
    return {name.partition("/")[2]: message for name, message in messages("en").items()}


@EACH_LANGUAGE
def test_the_languages_say_the_same_things(language: str) -> None:
    """Whoever reads Chinese or Italian never meets a gap: each family has the same messages everywhere."""
    assert messages(language).keys() == messages("en").keys()


@EACH_LANGUAGE
def test_the_languages_tell_the_same_facts(language: str) -> None:
    """A name or number that English shows is shown in every language."""
    english = {name: variables(message) for name, message in messages("en").items()}

    assert {name: variables(message) for name, message in messages(language).items()} == english


def test_every_message_asked_for_is_there_with_its_arguments() -> None:
    """No button or answer ends in an internal error because its sentence, or a fact in it, is missing."""
    known = keys()
    wrong = []
    for place, key, call in calls():
        given = {keyword.arg for keyword in call.keywords}
        if key not in known:
            wrong.append(f"{place}: no message {key}")
        elif None not in given and not variables(known[key]) <= given:
            wrong.append(f"{place}: {key} lacks {variables(known[key]) - given}")

    assert wrong == []


def test_a_key_that_is_handed_on_names_a_message() -> None:
    """A sentence chosen in one place and said in another is there too, before anybody should hear it."""
    begun = {key.partition("-")[0] for key in keys()}
    likely = {word for word in constants() if "-" in word and KEY.fullmatch(word)}

    assert {word for word in likely - keys().keys() if word.partition("-")[0] in begun} == set()


def test_every_message_is_asked_for() -> None:
    """Translators never work on a sentence that nobody sees."""
    patterns = [re.compile(template) for template in templates()]
    used = constants()

    unused = [
        key
        for key in keys()
        if key not in used
        and not any(pattern.fullmatch(key) for pattern in patterns)
        and not key.startswith("language-")
    ]

    assert unused == []


def test_every_family_is_whole() -> None:
    """Whatever ails a source or a query, there is a sentence for it."""
    missing = [
        prefix + value
        for prefix, values in FAMILIES.items()
        for value in values
        if prefix + value not in keys()
    ]

    assert missing == []


@EACH_LANGUAGE
def test_a_message_is_valid_html(language: str) -> None:
    """Telegram shows every message as meant, whichever of its plurals is said."""
    for key, message in every(language):
        for fact in ("x", 0, 1, 2, 1_000_000):
            shown, _ = parse_html(formatted(language, key, message, fact))
            assert shown, key


@EACH_LANGUAGE
def test_a_message_is_in_the_words_of_people(language: str) -> None:
    """People read sentences, not what a machine would print."""
    machine = re.compile(r"\w_\w|\bERROR\b|[Ee]xception|\bNone\b|\bnull\b|\.\.\.|\?\?\?|!!|[{}]|  ")
    said = {
        key: re.sub(r"TELEGRAM_BOT_TOKEN|X_BEARER_TOKEN", "TOKEN", visible(wording(message)))
        for key, message in every(language)
    }

    assert [key for key, words in said.items() if machine.search(words) or key == words] == []
    assert [key for key in said if not KEY.fullmatch(key)] == []


@EACH_LANGUAGE
def test_a_message_fits_on_a_phone(language: str) -> None:
    """Nobody scrolls through an answer of Hark; a button and a toast are read at a glance."""
    for key, message in every(language):
        shown = visible(formatted(language, key, message))
        parts = key.split("-")
        assert sum(1 + columns(line) // SCREEN_COLUMNS for line in shown.splitlines()) <= SCREEN_LINES, key
        assert "toast" not in parts or len(shown) <= 200, key
        assert parts[0] == "error" or "button" not in parts or columns(shown) <= 40, key


def test_plain_messages_hold_no_markup() -> None:
    """Buttons, toasts and the terminal never show a "<b>"."""
    asked = {
        key for _, key, call in calls() if isinstance(call.func, ast.Attribute) and call.func.attr == "plain"
    }

    marked = [
        f"{language}/{name}"
        for language in LANGUAGES
        for name, message in messages(language).items()
        if name.partition("/")[2] in asked and re.search(r"<\w|&\w+;", wording(message))
    ]

    assert marked == []


# Commands.


@EACH_LANGUAGE
def test_a_command_says_whom_it_is_for_where_many_bots_listen(language: str) -> None:
    """What a group reads and types reaches Hark: each command shown there is Hark's, with its name."""
    names = registry().commands
    bare = re.compile(rf"/({'|'.join(names)})(?![\w@])")
    text = catalogue().of(lambda: "HarkBot").text_for(Chat(-1, ChatKind.GROUP, language=language))

    for name, message in messages(language).items():
        shown = text.plain(name.partition("/")[2], **dict.fromkeys(variables(message), "x"))
        assert not bare.search(shown), name
        assert name.startswith("terminal/") or set(re.findall(r"/(\w+)@", shown)) <= names.keys(), name


@pytest.mark.parametrize("kind", ChatKind)
def test_a_command_is_as_short_as_it_may_be(kind: ChatKind) -> None:
    """Only among many is /list shown as /list@HarkBot; what a person wrote stays as they wrote it."""
    among_many = kind in (ChatKind.GROUP, ChatKind.SUPERGROUP)
    text = catalogue().of(lambda: "HarkBot").text_for(Chat(-1, kind, language="en"))

    shown = text.html("watch-known", words="/list of a.example/watch", count=1, limit=50)

    assert shown.startswith("You are already watching <b>/list of a.example/watch</b>.\n")
    assert shown.endswith("/list@HarkBot" if among_many else "/list")


# The catalogue itself.


def test_a_text_argument_is_shown_to_the_letter() -> None:
    """A watch for `<b> & "x"` is named exactly so, and styles nothing."""
    text = Text("en", {"a": "key-one = Watching <b>{$query}</b>"})

    shown, entities = parse_html(text.html("key-one", query='<b> & "x"'))

    assert shown == 'Watching <b> & "x"'
    assert [entity.type for entity in entities] == ["bold"]
    assert text.plain("key-one", query="<b>") == "Watching <b><b></b>"


def test_a_long_argument_is_shown_whole() -> None:
    """A long query or link, all of it to be escaped, is shown to the last letter, in a plural too."""
    source = (
        "key-one = { $count ->\n    [one] {$words} once\n   *[other] {$name}: {$words}, {$count} times\n }"
    )
    text, long = Text("en", {"a": source}), "<&>" * 1500

    shown, _ = parse_html(text.html("key-one", words=long, name="\x02words\x03", count=2))

    assert shown == f"\x02words\x03: {long}, 2 times"
    assert text.plain("key-one", words=long, name="x", count=1) == f"{long} once"


@pytest.mark.parametrize(
    ("language", "count", "said"),
    [
        ("en", 1, "1 source"),
        ("en", 2, "2 sources"),
        ("en", 1200, "1,200 sources"),
        ("it", 1200, "1.200 sources"),
    ],
)
def test_numbers_choose_the_plural(language: str, count: int, said: str) -> None:
    """One source is not "1 sources", and thousands are written as the language does."""
    source = "key-one = { $count ->\n    [one] {$count} source\n   *[other] {$count} sources\n }"

    assert Text(language, {"a": source}).html("key-one", count=count) == said


def test_a_mistake_in_the_code_is_loud() -> None:
    """A missing sentence or fact is an error for the developer, never "???" for a person."""
    text = Text("en", {"a": "key-one = {$name} is here\nkey-two =\n    .title = x"})

    for key, arguments in (("key-one", {}), ("key-two", {}), ("key-three", {"name": "x"})):
        with pytest.raises(MessageError):
            text.html(key, **arguments)


@pytest.mark.parametrize("source", ["key-one = a\nkey-one = b", "= nothing", "# a\nnothing\nkey-one = a"])
def test_a_mistake_in_a_translation_is_loud(source: str) -> None:
    """A translation with a repeated message or a stray line stops at start, where its author sees it."""
    with pytest.raises(MessageError):
        Text("en", {"a": source})


def test_a_broken_message_is_named() -> None:
    """Messages are read when they are said: all are read here, and one that cannot be is named."""
    for language in LANGUAGES:
        loaded.catalogue().text(language).check()
    with pytest.raises(MessageError, match="key-two"):
        Text("en", {"a": "key-one = a\nkey-two = {$name"}).check()


@pytest.mark.parametrize(
    ("code", "language"),
    [
        (None, "en"),
        ("", "en"),
        ("en-US", "en"),
        ("de", "en"),
        ("zh", "zh-CN"),
        ("zh-hans", "zh-CN"),
        ("zh-cn", "zh-CN"),
        ("zh-SG", "zh-CN"),
        ("zh-Hans-HK", "zh-CN"),
        ("zh-hant", "zh-TW"),
        ("zh_TW", "zh-TW"),
        ("zh-hk", "zh-TW"),
        ("zh-MO", "zh-TW"),
        ("zh-Hant-TW", "zh-TW"),
        ("es-419", "es"),
        ("ja", "ja"),
        ("ko-KR", "ko"),
        ("ru", "ru"),
        ("ar-EG", "ar"),
        ("it", "it"),
        ("it-IT", "it"),
        ("-", "en"),
    ],
)
def test_the_client_s_language_is_followed(code: str | None, language: str) -> None:
    """Hark answers in the language of the person's Telegram, in English where it has none."""
    assert catalogue().best(code) == language


@pytest.mark.parametrize(
    ("code", "language"),
    [
        ("zh-hant", "zh-TW"),
        ("zh-Hant-HK", "zh-TW"),
        ("zh_TW", "zh-TW"),
        ("zh-hk", "zh-TW"),
        ("zh-mo", "zh-TW"),
        ("zh-hans", "zh-CN"),
        ("zh-sg", "zh-CN"),
        ("zh", "zh-CN"),
        ("pt-br", "en"),
    ],
)
@pytest.mark.parametrize("order", [("en", "zh-CN", "zh-TW"), ("en", "zh-TW", "zh-CN")])
def test_chinese_is_answered_in_its_own_script(code: str, language: str, order: tuple[str, ...]) -> None:
    """Traditional script, Taiwan, Hong Kong, Macau read 繁體中文 where Hark has it, the others 简体中文."""
    assert Catalogue({each: Text(each, {}) for each in order}).best(code) == language


def test_languages_are_named_by_their_speakers() -> None:
    """Each language stands in the menu as its speakers call it."""
    assert [catalogue().own_name(language) for language in catalogue().languages] == [
        "English",
        "简体中文",
        "繁體中文",
        "Italiano",
        "Español",
        "日本語",
        "한국어",
        "Русский",
        "العربية",
    ]
    assert catalogue().text("xx").language == "en"


@pytest.mark.parametrize(
    ("language", "clock", "ago", "duration"),
    [
        ("en", "14:03", "5 minutes ago", "1 hour, 30 minutes"),
        ("zh-CN", "14:03", "5分钟前", "1小时30分钟"),
        ("zh-TW", "14:03", "5 分鐘前", "1 小時 30 分鐘"),
        ("it", "14:03", "5 minuti fa", "1 ora e 30 minuti"),
        ("es", "14:03", "hace 5 minutos", "1 hora y 30 minutos"),
        ("ja", "14:03", "5 分前", "1 時間 30 分"),
        ("ko", "14:03", "5분 전", "1시간 30분"),
        ("ru", "14:03", "5 минут назад", "1 час 30 минут"),
        ("ar", "14:03", "قبل 5 دقائق", "ساعة و30 دقيقة"),
    ],
)
def test_times_are_said_as_people_do(language: str, clock: str, ago: str, duration: str) -> None:
    """Moments and lengths of time read naturally in each language."""
    text = catalogue().text(language)

    assert text.clock(NOW) == clock
    assert text.ago(NOW - timedelta(minutes=5), NOW) == ago
    assert text.duration(timedelta(minutes=90)) == duration
    assert "17" in text.date(NOW, NOW)
    assert text.date(NOW, NOW).endswith(clock)
    assert "2026" not in text.date(NOW, NOW)
    assert "2026" in text.date(NOW, NOW + timedelta(days=300))


@EACH_LANGUAGE
@pytest.mark.parametrize(
    "length", [timedelta(0), timedelta(seconds=1), timedelta(days=40), timedelta(hours=25)]
)
def test_every_length_of_time_has_words(language: str, length: timedelta) -> None:
    """No length of time is told in a machine's words ("2 duration-day")."""
    said = catalogue().text(language).duration(length)

    assert "duration" not in said
    assert said[0].isdigit() or said in ("ثانية", "يوم وساعة")  # one is a word of its own in Arabic


@pytest.mark.parametrize(
    ("language", "tag", "said"),
    [
        ("en", "zh-Hans", "Chinese (Simplified)"),
        ("it", "en", "inglese"),
        ("zh-CN", "it", "意大利语"),
        ("en", "pt_BR!", "pt_BR!"),
        ("en", "qqx", "qqx"),
    ],
)
def test_languages_are_named_in_the_readers_own(language: str, tag: str, said: str) -> None:
    """A language is called what its reader calls it, by its code where nobody knows."""
    assert catalogue().text(language).tongue(tag) == said


def test_a_moment_yet_to_come_is_just_now() -> None:
    """A server's clock that runs ahead never gives "in 3 minutes" for something past."""
    assert catalogue().text("en").ago(NOW + timedelta(minutes=3), NOW) == "1 second ago"


def test_escaping_knows_what_telegram_knows() -> None:
    """Text is shown to the letter, references that Telegram does not know included."""
    nasty = "&nbsp; &amp; <i>'x'</i> \"y\" &#39;"

    assert parse_html(escaped(nasty)) == (nasty, ())
