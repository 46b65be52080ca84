"""What a person is told about a configuration that is wrong: everything at once, each with its line."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from config import load
from errors import ConfigError

SECRET = "hunter2hunter2"


def mistakes(
    folder: Path, text: str, environ: dict[str, str] | None = None, judge: Callable[[str], str] | None = None
) -> list[str]:
    """Return the lines that Hark refuses `text` with."""
    (folder / "hark.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(ConfigError) as caught:
        load(Path("hark.yaml"), environ or {}, folder, judge)
    return list(caught.value.problems)


def places(lines: list[str]) -> list[str]:
    """Return the file, line and key of each problem."""
    return [": ".join(line.split(": ")[:2]) for line in lines]


MANY = """\
# a comment

telegram:
  token: abc
  tokken: x
  admins: [1, x,
    -5]
  base_url:
    ftp://example.org
  webhook: {url: "http://example.org",
    port: 0, secret: "a b",
    listen: "not here"}
database:
  url: mysql://root@db/hark
x:
  accounts:
    - "@sama"

    - way_too_long_for_an_account
    -
  interval: 60
feeds:
  - https://a.example/feed
  - {url: "https://A.example/feed#x", nam: x}
  - name: no address
  - url: nonsense
    interval: 5min
  - {name: x, url: [a]}
  -
  - https://a.example:99999/
polling:
  max_bytes: lots
  timeout: 0s
  concurrency: 0
  per_host: two
  allow_networks:
    - 127.0.0.1/8
    - anywhere
watches: [bitcoin, "",
  " "]
alerts: {first_run: loud, retention: 0, max_age: 1w}
log:
  level: warn
  format: [json]
log:
  colour: red
wathces: []
interval: 5m
"""


def test_every_mistake_is_told_in_one_run_with_its_line(tmp_path: Path) -> None:
    """However many mistakes there are, in blocks, braces and lists, each comes with the line it is in."""
    assert places(mistakes(tmp_path, MANY)) == [
        "hark.yaml:4: telegram.token",
        "hark.yaml:5: telegram.tokken",
        "hark.yaml:6: telegram.admins[1]",
        "hark.yaml:7: telegram.admins[2]",
        "hark.yaml:9: telegram.base_url",
        "hark.yaml:10: telegram.webhook.url",
        "hark.yaml:11: telegram.webhook.port",
        "hark.yaml:11: telegram.webhook.secret",
        "hark.yaml:12: telegram.webhook.listen",
        "hark.yaml:14: database.url",
        "hark.yaml:19: x.accounts[1]",
        "hark.yaml:20: x.accounts[2]",
        "hark.yaml:21: x.interval",
        "hark.yaml:24: feeds[1]",
        "hark.yaml:24: feeds[1].nam",
        "hark.yaml:25: feeds[2].url",
        "hark.yaml:26: feeds[3].url",
        "hark.yaml:27: feeds[3].interval",
        "hark.yaml:28: feeds[4].url",
        "hark.yaml:29: feeds[5]",
        "hark.yaml:30: feeds[6]",
        "hark.yaml:32: polling.max_bytes",
        "hark.yaml:33: polling.timeout",
        "hark.yaml:34: polling.concurrency",
        "hark.yaml:35: polling.per_host",
        "hark.yaml:37: polling.allow_networks[0]",
        "hark.yaml:38: polling.allow_networks[1]",
        "hark.yaml:39: watches[1]",
        "hark.yaml:40: watches[2]",
        "hark.yaml:41: alerts.first_run",
        "hark.yaml:41: alerts.retention",
        "hark.yaml:41: alerts.max_age",
        "hark.yaml:43: log.level",
        "hark.yaml:44: log.format",
        "hark.yaml:45: log",
        "hark.yaml:46: log.colour",
        "hark.yaml:47: wathces",
        "hark.yaml:48: interval",
    ]


def test_every_mistake_says_what_is_allowed(tmp_path: Path) -> None:
    """No line leaves a person without a way out."""
    assert [line for line in mistakes(tmp_path, MANY) if "; allowed: " not in line] == []


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (
            "polling: {interval: 60}",
            "polling.interval: a number without a unit; allowed: numbers with a unit (s, m, h",
        ),
        (
            "polling: {intervl: 60s}",
            "polling.intervl: no such key, did you mean interval?; allowed: interval, min_int",
        ),
        ("x: {budget: 10 EUR}", "x.budget: not an amount of money; allowed: US dollars, such as 10 USD, $10"),
        ("x: {budget: -1}", "x.budget: not an amount of money; allowed: US dollars"),
        ("x: {prices: {post: 0.0000001}}", "x.prices.post: too fine or too much; allowed: US dollars"),
        (
            "x: {feeds: ['http://127.0.0.1/rss']}",
            "x.feeds[0]: not an address with {handle} in it; allowed: http://… or https://…, such as",
        ),
        (
            "poling: {}",
            "poling: no such key, did you mean polling?; allowed: telegram, database, x, feeds, polling",
        ),
        (
            "retention: 3d",
            "retention: no such key, did you mean alerts.retention?; allowed: telegram, database",
        ),
        ("colour: red", "colour: no such key; allowed: telegram, database"),
        (
            "log: {level: warnin}",
            "log.level: not one of the known words (did you mean warning?); allowed: debug, info",
        ),
        ("telegram: 5", "telegram: not a group of keys; allowed: key: value below it"),
        ("feeds: https://a.example/", "feeds: not a list; allowed: one value a line after -"),
        (
            "watches:\n- #AI",
            "watches[0]: empty; allowed: words to watch for; one that begins with # needs quotes",
        ),
        (
            "database: {url: sqlite:///}",
            "database.url: not a database that Hark can use; allowed: sqlite:///file",
        ),
        ("database: {url: 'sqlite:///:memory:'}", "database.url: not a database that Hark can use"),
        ("database: {url: postgres://db/x}", "database.url: not a database that Hark can use"),
        ("database: {url: hark.db}", "database.url: not a database that Hark can use"),
        ("polling: {interval: ''}", "polling.interval: empty; allowed: numbers with a unit"),
        ("polling: {interval: '${UNSET}'}", "polling.interval: empty; allowed: numbers with a unit"),
        ("feeds: [feed://a.example/]", "feeds[0]: not a web address; allowed: http://… or https://…"),
        ("feeds: ['https://a.example/a b']", "feeds[0]: not a web address"),
        ("feeds: ['https://']", "feeds[0]: not a web address"),
        (
            "polling: {allow_networks: [10.0.0.1/8]}",
            "polling.allow_networks[0]: not a network (or bits are set",
        ),
        ("names: {lookup: maybe}", "names.lookup: not a yes or no; allowed: true or false"),
        ("names: {lookup_url: wikidata.org}", "names.lookup_url: not a web address"),
        ("[a, b]", "not a group of keys; allowed: sections such as telegram: and feeds:"),
    ],
)
def test_a_mistake_is_told_in_plain_words(tmp_path: Path, text: str, line: str) -> None:
    """The sentence names the key, what is wrong with it and what would be right."""
    (found,) = mistakes(tmp_path, text)

    assert line in found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{interval: 2h,\n max_interval: 1h}", ["1: polling.interval: longer than max_interval"]),
        ("{min_interval: 10m,\n interval: 1m}", ["2: polling.interval: shorter than min_interval"]),
        ("{max_interval: 1m,\n min_interval: 2m}", ["2: polling.min_interval: longer than max_interval"]),
        (
            "{max_interval: 1m,\n interval: 5m, timeout: x}",
            ["2: polling.interval: longer than", "2: polling.timeout"],
        ),
    ],
)
def test_intervals_must_fit_each_other(tmp_path: Path, text: str, expected: list[str]) -> None:
    """Intervals that contradict each other are told, also when something else is wrong beside them."""
    found = mistakes(tmp_path, f"polling: {text}\n")

    assert len(found) == len(expected)
    assert all(line.startswith(f"hark.yaml:{start}") for line, start in zip(found, expected, strict=True))


def test_a_key_written_twice_has_both_lines(tmp_path: Path) -> None:
    """The second of two equal keys is named, with where the first is."""
    found = mistakes(tmp_path, "log:\n  level: info\n\n  level: debug\n")

    assert found == ["hark.yaml:4: log.level: written twice, first at hark.yaml:2; allowed: once"]


def test_a_feed_written_twice_has_both_lines(tmp_path: Path) -> None:
    """The second of two equal feeds is named, with where the first is."""
    found = mistakes(
        tmp_path, "feeds:\n- https://a.example\n- https://b.example/\n- {url: HTTPS://A.example/}\n"
    )

    assert found == [
        "hark.yaml:4: feeds[2]: the same feed as feeds[0] at hark.yaml:2; allowed: every feed once"
    ]


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("log:\n\tlevel: info\n", "2: not YAML: indent with spaces, not tabs"),
        (
            "x:\n  accounts: [@sama]\n",
            "2: not YAML: indent with spaces, not tabs, and put a text that begins with @",
        ),
        ("log:\n  level: info\n format: json\n", "3: not YAML: "),
        ("log: level: info\n", "1: not YAML: mapping values are not allowed here"),
        ("log: {}\nwatches: [#AI]\n\n\n", "2: not YAML: what opens here (a bracket, a brace or a quote)"),
        ("log: {}\nwatches: ['AI]\n\n\n", "2: not YAML: what opens here (a bracket, a brace or a quote)"),
        ("log: {}\n---\nlog: {}\n", "2: a second document after ---; allowed: one"),
        ("log: {}\n? [a]\n: b\n", "2: a key is a list or a group of keys"),
        ("log: {}\nwatches: [\x07]\n", "2: not YAML: a control character"),
        ("watches:\n  - *AI\n", "2: not YAML: a text that begins with *, & or ! needs quotes"),
        ("watches:\n  - !AI\n", "2: watches[0]: a text that begins with ! or & needs quotes"),
        ("telegram: {token: &abc }\n", "1: telegram.token: a text that begins with ! or & needs quotes"),
    ],
)
def test_broken_yaml_has_its_line(tmp_path: Path, text: str, start: str) -> None:
    """A file that is no YAML says where, in words for somebody who never heard of YAML."""
    found = mistakes(tmp_path, text)

    assert found[0].startswith(f"hark.yaml:{start}")


def test_broken_yaml_does_not_hide_the_environment(tmp_path: Path) -> None:
    """A wrong variable is told in the same run as the file's broken line."""
    found = mistakes(tmp_path, "log: [\n", {"HARK_LOG__LEVEL": "loud"})

    assert places(found) == [
        "hark.yaml:1: not YAML",
        "HARK_LOG__LEVEL: log.level",
    ]


def test_another_encoding_has_its_line(tmp_path: Path) -> None:
    """A file saved in another encoding says where the first wrong letter is."""
    (tmp_path / "hark.yaml").write_bytes("log: {}\nwatches:\n- 赵长鹏\n".encode("gb18030"))

    with pytest.raises(ConfigError, match=r"^hark\.yaml:3: not UTF-8 text; allowed: a file saved as UTF-8$"):
        load(Path("hark.yaml"), {}, tmp_path)


def test_a_text_that_names_itself_ends(tmp_path: Path) -> None:
    """A file that goes round in a circle is refused, not followed for ever."""
    found = mistakes(tmp_path, "watches: &w [*w, *w]\n")

    assert found[0].startswith("hark.yaml:1: watches[0]: a list or a group of keys")


def test_a_comment_after_a_folded_text_is_read(tmp_path: Path) -> None:
    """A > before a comment, typed by accident, ends in a complaint with a line and not in a crash."""
    found = mistakes(tmp_path, "# a\n> # b\n# c\nlog: {}\n")

    assert found[0].startswith("hark.yaml:")


def test_the_file_is_called_as_it_was_given(tmp_path: Path) -> None:
    """The lines name the path that was typed, so that an editor can jump to it."""
    file = tmp_path / "own.yaml"
    file.write_text("log: {level: loud}", encoding="utf-8")

    with pytest.raises(ConfigError) as caught:
        load(file, {}, tmp_path / "elsewhere")

    assert caught.value.problems[0].startswith(f"{file}:1: log.level: ")


def test_a_watch_that_is_no_query_has_its_line(tmp_path: Path) -> None:
    """What the query language says of a watch is told like every other mistake of the file."""
    text = "watches:\n  - bitcoin\n  - (btc\n  - ''\nlog: {level: loud}\n"

    found = mistakes(tmp_path, text, judge=lambda words: "a bracket is open" if "(" in words else "")

    assert places(found) == ["hark.yaml:3: watches[1]", "hark.yaml:4: watches[2]", "hark.yaml:5: log.level"]
    assert found[0] == "hark.yaml:3: watches[1]: a bracket is open"


@pytest.mark.parametrize(
    "text",
    [
        f"telegram: {{token: {SECRET}}}",
        f"telegram: {{token: [{SECRET}]}}",
        f"telegram: {{123456:{SECRET}: }}",
        f"telegram: {SECRET}",
        f"telegram: {{webhook: {{secret: '{SECRET} x'}}}}",
        f"telegram: {{webhook: {{url: 'http://{SECRET}'}}}}",
        f"telegram: {{base_url: '{SECRET}'}}",
        f"x: {{bearer_token: *{SECRET} }}",
        f"x:\n  bearer_token: !{SECRET} x",
        f"x:\n  bearer_token: !{SECRET}!{SECRET} x",
        f"x:\n  bearer_token: &{SECRET}",
        f"x:\n  bearer_token: &{SECRET} a\n  base_url: &{SECRET} b",
        f"x:\n  bearer_token: @{SECRET}",
        f"x:\n  bearer_token: '{SECRET}",
        f"x:\n  bearer_token: {SECRET}: x",
        f"x:\n  bearer_token:{SECRET}\n  interval: 5m",
        f"x: {{bearer_token: ok, interval: {SECRET}}}",
        f"database: {{url: 'mysql://u:{SECRET}@db/x'}}",
        f"database: {{url: 'postgresql://u:{SECRET}@db:x/x'}}",
        f"feeds: ['ftp://u:{SECRET}@a.example/']",
        f"feeds: ['https://u:{SECRET}@a.example/', 'https://u:{SECRET}@a.example/']",
        "log: {level: '${HIDDEN}'}",
        "log: {${HIDDEN}: x}",
    ],
)
def test_no_secret_is_in_a_complaint(tmp_path: Path, text: str) -> None:
    """Whatever is wrong with a secret, and wherever it was put, the complaint does not repeat it."""
    found = mistakes(tmp_path, text, {"HIDDEN": SECRET})

    assert SECRET not in "\n".join(found)
