"""The file that ships and the page that explains it."""

from __future__ import annotations

from pathlib import Path

import pytest

from config import PollingSettings, load, schema
from locales import LANGUAGES

ROOT = Path(__file__).resolve().parents[2]


def test_the_shipped_file_is_right_as_it_is(tmp_path: Path) -> None:
    """A newcomer starts with the shipped file, no variable set, and gets no complaint."""
    settings = load(ROOT / "config.yaml", {}, tmp_path)

    assert settings.watches == ("#赵长鹏", "SamAltman", "#AI投资")
    assert settings.x.accounts == ("cz_binance", "sama")
    assert len(settings.feeds) >= 15
    assert all(feed.url.startswith("https://") and feed.name for feed in settings.feeds)
    assert settings.telegram.token.get_secret_value() == ""


def test_the_shipped_values_are_the_defaults(tmp_path: Path) -> None:
    """Leaving a line out changes nothing, but for the feeds and the watches."""
    shipped = load(ROOT / "config.yaml", {}, tmp_path)

    same = {"telegram", "x", "names", "alerts", "log"}
    assert shipped.model_dump(include=same) == load(None, {}, tmp_path).model_dump(include=same)
    assert shipped.polling == PollingSettings()


def test_the_shipped_file_takes_the_usual_variables(tmp_path: Path) -> None:
    """Two variables turn the shipped file into a bot that reads X."""
    environ = {"TELEGRAM_BOT_TOKEN": "123:abc", "X_BEARER_TOKEN": "AAAA"}

    settings = load(ROOT / "config.yaml", environ, tmp_path)

    assert settings.telegram.token.get_secret_value() == "123:abc"
    assert settings.x.bearer_token.get_secret_value() == "AAAA"


def test_the_languages_that_may_be_named_are_those_that_hark_speaks(tmp_path: Path) -> None:
    """Each is taken however it is written in capitals and small letters."""
    named = ", ".join(LANGUAGES).upper()

    settings = load(None, {"HARK_TELEGRAM__LANGUAGES": f"[{named}]"}, tmp_path)

    assert settings.telegram.languages == LANGUAGES


@pytest.mark.parametrize("key", list(schema.names()))
def test_every_key_is_explained(key: str) -> None:
    """Whatever can be configured is on the page about configuration, and in the shipped file."""
    page = (ROOT / "docs" / "configuration.md").read_text(encoding="utf-8")
    shipped = (ROOT / "config.yaml").read_text(encoding="utf-8")

    assert f"`{key}`" in page
    assert f"{key.rpartition('.')[2]}:" in shipped


@pytest.mark.parametrize("key", list(schema.fields_of(schema.FeedSetting)))
def test_every_key_of_a_feed_is_explained(key: str) -> None:
    """What may stand beside a feed's URL is on the page too."""
    assert f"| `{key}` |" in (ROOT / "docs" / "configuration.md").read_text(encoding="utf-8")
