"""`${NAME}`, `.env` and HARK_SECTION__KEY."""

from __future__ import annotations

from datetime import timedelta
from ipaddress import ip_network
from pathlib import Path

import pytest

from config import load
from errors import ConfigError


def write(folder: Path, text: str, env: str = "") -> Path:
    """Put config.yaml, and .env when there is something for it, into `folder`."""
    (folder / "config.yaml").write_text(text, encoding="utf-8")
    if env:
        (folder / ".env").write_text(env, encoding="utf-8")
    return folder


def problems(folder: Path, environ: dict[str, str]) -> list[str]:
    """Return the lines that Hark refuses this configuration with."""
    with pytest.raises(ConfigError) as caught:
        load(None, environ, folder)
    return list(caught.value.problems)


def test_variables_are_put_in(tmp_path: Path) -> None:
    """`${NAME}` becomes the variable, alone and within a longer text."""
    text = 'telegram: {token: "${BOT}"}\ndatabase: {url: "postgresql://hark:${PASS}@${HOST}/hark"}\n'
    environ = {"BOT": "123:abc", "PASS": "pa: #55", "HOST": "db"}

    settings = load(None, {**environ, "PASS": "pa%3A55"}, write(tmp_path, text))

    assert settings.telegram.token.get_secret_value() == "123:abc"
    assert settings.database.url.get_secret_value() == "postgresql://hark:pa%3A55@db/hark"


def test_a_missing_variable_is_empty(tmp_path: Path) -> None:
    """Without the variable the shipped token line means: no token."""
    settings = load(None, {}, write(tmp_path, "telegram: {token: '${TELEGRAM_BOT_TOKEN}'}\n"))

    assert settings.telegram.token.get_secret_value() == ""


def test_a_doubled_dollar_is_a_dollar(tmp_path: Path) -> None:
    """`$${` writes the signs themselves; a lone dollar needs nothing."""
    settings = load(None, {"A": "x"}, write(tmp_path, "watches: ['$${A} ${A}', $BTC]\n"))

    assert settings.watches == ("${A} x", "$BTC")


def test_a_variable_cannot_bring_yaml(tmp_path: Path) -> None:
    """What a variable holds is a text, whatever signs are in it."""
    settings = load(None, {"NAME": 'x", interval: 1s, # ${NAME}'}, write(tmp_path, 'watches: ["${NAME}"]\n'))

    assert settings.watches == ('x", interval: 1s, # ${NAME}',)


def test_an_open_placeholder_is_a_mistake(tmp_path: Path) -> None:
    """A forgotten brace is reported with its line."""
    found = problems(write(tmp_path, "x:\n  accounts: []\n  bearer_token: ${X_TOKEN\n"), {})

    wrong, allowed = "${ without a name and }", "${NAME}, or $${ for the signs themselves"
    assert found == [f"config.yaml:3: x.bearer_token: {wrong}; allowed: {allowed}"]


def test_the_usual_variables_work_without_a_line_in_the_file(tmp_path: Path) -> None:
    """TELEGRAM_BOT_TOKEN and X_BEARER_TOKEN are found when the file has no word about them."""
    environ = {"TELEGRAM_BOT_TOKEN": "123:abc", "X_BEARER_TOKEN": "AAAA%2F"}

    settings = load(None, environ, write(tmp_path, "telegram: {admins: [5]}\n"))

    assert settings.telegram.token.get_secret_value() == "123:abc"
    assert settings.x.bearer_token.get_secret_value() == "AAAA%2F"


@pytest.mark.parametrize("line", ["token:", 'token: ""', "token: 5:other"])
def test_the_file_goes_over_the_usual_variables(tmp_path: Path, line: str) -> None:
    """A token line in the file is obeyed, also when it says: none."""
    settings = load(None, {"TELEGRAM_BOT_TOKEN": "123:abc"}, write(tmp_path, f"telegram:\n  {line}\n"))

    assert settings.telegram.token.get_secret_value() != "123:abc"


def test_every_kind_of_key_can_be_overridden(tmp_path: Path) -> None:
    """Values as text, lists and sections as YAML or JSON, nested keys with one more part."""
    environ = {
        "HARK_TELEGRAM__WEBHOOK__PORT": "9443",
        "HARK_POLLING__INTERVAL": " 2m ",
        "HARK_POLLING__ALLOW_NETWORKS": "[127.0.0.0/8]",
        "HARK_WATCHES": '["#AI", "two words"]',
        "HARK_FEEDS": '["https://a.example/", {"url": "https://b.example/", "interval": "1s"}]',
        "HARK_X__ACCOUNTS": "",
        "HARK_ALERTS": "{first_run: alert}",
        "HARK_LOG__LEVEL": "error",
    }
    text = (
        "polling: {interval: 5m}\nfeeds: [ftp://old]\nalerts: {max_age: 5h}\nlog: {level: info, format: json}"
    )

    settings = load(None, environ, write(tmp_path, text))

    assert settings.telegram.webhook.port == 9443
    assert settings.polling.interval == timedelta(minutes=2)
    assert settings.polling.allow_networks == (ip_network("127.0.0.0/8"),)
    assert settings.watches == ("#AI", "two words")
    assert [(feed.url, feed.interval) for feed in settings.feeds] == [
        ("https://a.example/", None),
        ("https://b.example/", timedelta(seconds=1)),
    ]
    assert settings.x.accounts == ()
    assert (settings.alerts.first_run, settings.alerts.max_age) == ("alert", timedelta(hours=5))
    assert (settings.log.level, settings.log.format) == ("error", "json")


def test_the_longer_name_goes_over_the_shorter(tmp_path: Path) -> None:
    """A section and one of its keys may both be in the environment."""
    environ = {"HARK_LOG__LEVEL": "error", "HARK_LOG": "{level: debug, format: json}"}

    settings = load(None, environ, tmp_path)

    assert (settings.log.level, settings.log.format) == ("error", "json")


def test_an_override_is_taken_literally(tmp_path: Path) -> None:
    """A password in a variable may hold any sign: nothing in it is replaced."""
    url = "postgresql://hark:a${b}%40#c@db/hark"

    settings = load(None, {"HARK_DATABASE__URL": "postgresql://hark:a${b}%40c@db/hark", "b": "no"}, tmp_path)

    assert settings.database.url.get_secret_value() == url.replace("#", "")


def test_an_overriding_database_is_relative_to_the_file_too(tmp_path: Path) -> None:
    """There is one rule for relative paths, wherever they are written."""
    (tmp_path / "etc").mkdir()
    write(tmp_path / "etc", "")

    settings = load(Path("etc/config.yaml"), {"HARK_DATABASE__URL": "sqlite:///h.db"}, tmp_path)

    assert settings.database.sqlite_path == tmp_path / "etc" / "h.db"


def test_mistakes_in_the_environment_name_the_variable(tmp_path: Path) -> None:
    """A wrong override is reported under its name, beside the mistakes of the file, without its value."""
    environ = {
        "HARK_POLLING__INTERVAL": "soon",
        "HARK_POLLING__INTERVALL": "1s",
        "HARK_POLLING_TIMEOUT": "1s",
        "HARK_WATCHES": "#AI",
        "HARK_FEEDS": "[https://a.example/, nonsense]",
        "HARK_X": "[}",
        "HARK_LOG__LEVEL__DEEP": "x",
        "HARK_POLING__TIMEOUT": "1s",
    }

    found = problems(write(tmp_path, "log: {level: loud}\n"), environ)

    assert [": ".join(line.split(": ")[:3]).split(";")[0] for line in found] == [
        "config.yaml:1: log.level: not one of the known words",
        "HARK_FEEDS: feeds[1]: not a web address",
        "HARK_LOG__LEVEL__DEEP: log.level.deep: no such key",
        "HARK_POLING__TIMEOUT: poling.timeout: no such key, did you mean polling?",
        "HARK_POLLING_TIMEOUT: polling.timeout: not read",
        "HARK_POLLING__INTERVAL: polling.interval: not a duration",
        "HARK_POLLING__INTERVALL: polling.intervall: no such key, did you mean interval?",
        "HARK_WATCHES: watches: not a list",
        "HARK_X: x: not YAML",
    ]
    assert "allowed: HARK_POLLING__TIMEOUT" in found[4]


def test_variables_of_others_are_left_alone(tmp_path: Path) -> None:
    """An orchestrator that names its service "hark" sets variables of its own: they are no mistake."""
    environ = {
        "HARK_PORT": "tcp://10.0.0.1:80",
        "HARK_SERVICE_HOST": "10.0.0.1",
        "HARK_PORT_80_TCP_ADDR": "10.0.0.1",
    }

    assert load(None, environ, tmp_path).telegram.webhook.port == 8443


def test_dotenv_is_read_from_the_current_directory(tmp_path: Path) -> None:
    """Tokens and overrides may stand in .env, with quotes, comments and `export`."""
    env = "# mine\nexport TELEGRAM_BOT_TOKEN='123:abc'\n\nHARK_LOG__LEVEL=error # loud\nPASS=a${HOME}b\n"
    text = "telegram: {token: '${TELEGRAM_BOT_TOKEN}'}\nwatches: ['${PASS}']\n"

    settings = load(None, {}, write(tmp_path, text, env))

    assert settings.telegram.token.get_secret_value() == "123:abc"
    assert settings.log.level == "error"
    assert settings.watches == ("a${HOME}b",)


def test_the_real_environment_goes_over_dotenv(tmp_path: Path) -> None:
    """What is exported wins over the file, also when it is empty."""
    env = "TELEGRAM_BOT_TOKEN=123:file\nHARK_LOG__LEVEL=nonsense\n"
    environ = {"TELEGRAM_BOT_TOKEN": "", "HARK_LOG__LEVEL": "debug"}

    settings = load(None, environ, write(tmp_path, "", env))

    assert settings.telegram.token.get_secret_value() == ""
    assert settings.log.level == "debug"


def test_dotenv_beside_a_configuration_elsewhere_is_not_read(tmp_path: Path) -> None:
    """Only the current directory's .env counts."""
    (tmp_path / "etc").mkdir()
    write(tmp_path / "etc", "", "TELEGRAM_BOT_TOKEN=123:abc\n")

    settings = load(Path("etc/config.yaml"), {}, tmp_path)

    assert settings.telegram.token.get_secret_value() == ""


def test_a_folder_called_dotenv_is_passed_over(tmp_path: Path) -> None:
    """Some keep a virtual environment in .env: that is no mistake."""
    (tmp_path / ".env").mkdir()

    assert load(None, {}, tmp_path).log.level == "info"


def test_mistakes_in_dotenv_have_their_line(tmp_path: Path) -> None:
    """A line that is no setting, and a setting that is wrong, are found in .env."""
    env = "# one\n\nTELEGRAM_BOT_TOKEN=abc\n\n\nHARK_LOG__LEVEL=loud\n=what is this\n"

    found = problems(write(tmp_path, "", env), {})

    assert [line.split(": ")[0] for line in found] == [".env:3", ".env:6", ".env:7"]
    assert found[2] == ".env:7: not a setting; allowed: NAME=value, # comment"
