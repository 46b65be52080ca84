"""What a configuration without a mistake becomes."""

from __future__ import annotations

from datetime import timedelta
from ipaddress import ip_network
from pathlib import Path

import pytest

from config import FeedSetting, PollingSettings, Settings, load
from errors import ConfigError


def configured(folder: Path, text: str, **environ: str) -> Settings:
    """Return what Hark makes of `text` as config.yaml."""
    (folder / "config.yaml").write_text(text, encoding="utf-8")
    return load(None, environ, folder)


def polling(folder: Path, text: str) -> PollingSettings:
    """Return what Hark makes of this section `polling`."""
    return configured(folder, f"polling: {text}\n").polling


@pytest.mark.parametrize(
    "text", [None, "", "# nothing yet\n", "telegram:\nfeeds:\npolling:\n", "{}\n", "---\n"]
)
def test_without_a_word_everything_has_its_default(tmp_path: Path, text: str | None) -> None:
    """No file, an empty one and one with bare headings are a complete configuration."""
    if text is not None:
        (tmp_path / "config.yaml").write_text(text, encoding="utf-8")

    settings = load(None, {}, tmp_path)

    assert settings.telegram.token.get_secret_value() == ""
    assert settings.telegram.base_url == "https://api.telegram.org/bot"
    assert settings.telegram.webhook.url == ""
    assert settings.telegram.webhook.port == 8443
    assert settings.database.sqlite_path == tmp_path / "data" / "hark.db"
    assert settings.x.accounts == ("cz_binance", "sama")
    assert settings.x.interval == timedelta(seconds=60)
    assert settings.feeds == ()
    assert settings.watches == ()
    assert settings.polling == PollingSettings()
    assert settings.alerts.first_run == "silent"
    assert settings.alerts.retention == timedelta(days=30)
    assert settings.alerts.max_age == timedelta(hours=48)
    assert (settings.log.level, settings.log.format) == ("info", "console")


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("1s", 1),
        ("90s", 90),
        ("5m", 300),
        ("1h30m", 5400),
        ("1h 30m", 5400),
        ("2d", 172800),
        ("1.5m", 90),
        ('"60s"', 60),
    ],
)
def test_durations_take_seconds_minutes_hours_and_days(tmp_path: Path, text: str, seconds: int) -> None:
    """A duration is what it says, alone or put together."""
    settings = configured(tmp_path, f"x: {{interval: {text}}}\n")

    assert settings.x.interval == timedelta(seconds=seconds)


@pytest.mark.parametrize(
    ("text", "on"),
    [
        ("true", True),
        ("Yes", True),
        ("on", True),
        ("false", False),
        ("NO", False),
        ("off", False),
        ("", True),
    ],
)
def test_one_key_turns_the_looking_up_of_names_off(tmp_path: Path, text: str, on: bool) -> None:
    """Names are looked up unless the file or the environment says no."""
    from_file = configured(tmp_path, f"names: {{lookup: {text}}}\n")
    from_environment = configured(tmp_path, "", HARK_NAMES__LOOKUP=text)

    assert [each.names.lookup for each in (from_file, from_environment)] == [on, on]
    assert from_file.names.lookup_url == "https://www.wikidata.org/w/api.php"


@pytest.mark.parametrize("text", ["0", "0s", "0h"])
def test_max_age_zero_is_no_limit(tmp_path: Path, text: str) -> None:
    """Nought needs no unit where it means "no limit"."""
    settings = configured(tmp_path, f"alerts: {{max_age: {text}}}\n")

    assert settings.alerts.max_age == timedelta(0)


@pytest.mark.parametrize(
    ("text", "size"),
    [
        ("16MiB", 16 * 2**20),
        ("512KiB", 2**19),
        ("1MB", 10**6),
        ("1 kb", 1000),
        ("4096", 4096),
        ("1.5MiB", 3 * 2**19),
    ],
)
def test_sizes_take_binary_and_decimal_units(tmp_path: Path, text: str, size: int) -> None:
    """A size is what it says, in bytes when it says nothing."""
    assert polling(tmp_path, f"{{max_bytes: {text}}}").max_bytes == size


def test_networks_are_networks(tmp_path: Path) -> None:
    """Networks of both families and single addresses may be opened."""
    networks = polling(tmp_path, '{allow_networks: [127.0.0.0/8, "fd00::/8", 10.0.0.7]}').allow_networks

    assert networks == (ip_network("127.0.0.0/8"), ip_network("fd00::/8"), ip_network("10.0.0.7/32"))


def test_feeds_are_urls_or_groups(tmp_path: Path) -> None:
    """A feed may be its URL alone, or a URL with a name and a pace."""
    text = (
        "feeds:\n"
        "  - https://a.example/feed\n"
        "  - {url: https://b.example/feed, name: 動區, interval: 10s}\n"
        "  - url: https://c.example/feed\n"
        "    name:\n"
    )

    feeds = configured(tmp_path, text).feeds

    assert feeds == (
        FeedSetting(url="https://a.example/feed"),
        FeedSetting(url="https://b.example/feed", name="動區", interval=timedelta(seconds=10)),
        FeedSetting(url="https://c.example/feed"),
    )


def test_accounts_may_be_names_handles_and_profile_addresses(tmp_path: Path) -> None:
    """However an account is written it is one account, in the case it was first written in."""
    accounts = (
        'cz_binance, "@sama", https://x.com/VitalikButerin, "https://twitter.com/CZ_Binance/", '
        "x.com/elonmusk?lang=en, SAMA"
    )

    settings = configured(tmp_path, f"x: {{accounts: [{accounts}]}}\n")

    assert settings.x.accounts == ("cz_binance", "sama", "VitalikButerin", "elonmusk")


def test_no_accounts_and_no_bearer_token_is_no_mistake(tmp_path: Path) -> None:
    """X can be left out altogether."""
    settings = configured(tmp_path, "x: {accounts: []}\n")

    assert settings.x.accounts == ()
    assert settings.x.bearer_token.get_secret_value() == ""


def test_a_bad_token_for_x_is_no_mistake_of_the_file(tmp_path: Path) -> None:
    """With a token for X that cannot be one the rest of the configuration counts: only X is left out."""
    settings = configured(tmp_path, "x: {bearer_token: Bearer AAAA BBBB}\n")

    assert settings.x.bearer_token.get_secret_value() == "Bearer AAAA BBBB"
    assert "AAAA" not in repr(settings)


def test_a_bare_list_is_empty(tmp_path: Path) -> None:
    """Whoever puts every account behind a # wants none, not the default ones."""
    settings = configured(tmp_path, "x:\n  accounts:\n  # - sama\nwatches:\n")

    assert settings.x.accounts == ()


def test_watches_stay_as_they_were_typed(tmp_path: Path) -> None:
    """Numbers, yes, quotes and operators in a watch reach the query parser as text."""
    text = 'watches: ["#赵长鹏", SamAltman, 2024, yes, \'"spot ETF" OR btc -scam\', samaltman]\n'

    settings = configured(tmp_path, text)

    assert settings.watches == ("#赵长鹏", "SamAltman", "2024", "yes", '"spot ETF" OR btc -scam')


def test_ids_of_groups_are_negative_and_long(tmp_path: Path) -> None:
    """Ids beyond 32 bits, of people and of groups, are kept exactly."""
    settings = configured(tmp_path, "telegram: {admins: [7123456789], allowed_chats: [-1001234567890, 5]}\n")

    assert settings.telegram.admins == (7123456789,)
    assert settings.telegram.allowed_chats == (-1001234567890, 5)


@pytest.mark.parametrize(
    "url", ["http://127.0.0.1:8081/bot", "https://bots.example.org/api/bot", "http://[::1]:9/bot"]
)
def test_the_bot_server_is_kept_as_given(tmp_path: Path, url: str) -> None:
    """A local or test server of the Bot API may be named, with its port and path."""
    assert configured(tmp_path, f'telegram: {{base_url: "{url}"}}\n').telegram.base_url == url


@pytest.mark.parametrize(
    ("given", "least", "usual", "most"),
    [
        ("{interval: 1s}", 1, 1, 3600),
        ("{interval: 1d}", 60, 86400, 86400),
        ("{min_interval: 1s, max_interval: 1s}", 1, 1, 1),
        ("{min_interval: 10m}", 600, 600, 3600),
        ("{min_interval: 2h}", 7200, 7200, 7200),
        ("{max_interval: 2m}", 60, 120, 120),
        ("{max_interval: 5s}", 5, 5, 5),
        ("{interval: 2s, min_interval: 1s}", 1, 2, 3600),
    ],
)
def test_default_intervals_make_room_for_given_ones(
    tmp_path: Path, given: str, least: int, usual: int, most: int
) -> None:
    """One interval alone is enough: the others, never written, cannot be in its way."""
    settings = polling(tmp_path, given)

    seconds = [settings.min_interval, settings.interval, settings.max_interval]
    assert [time.total_seconds() for time in seconds] == [least, usual, most]


def test_a_relative_database_is_beside_its_configuration(tmp_path: Path) -> None:
    """The database of a configuration elsewhere is elsewhere too, wherever Hark is started."""
    (tmp_path / "etc").mkdir()
    (tmp_path / "etc" / "hark.yaml").write_text("database: {url: sqlite:///store/h.db}\n", encoding="utf-8")

    settings = load(Path("etc/hark.yaml"), {}, tmp_path)

    assert settings.database.url.get_secret_value() == f"sqlite:///{tmp_path}/etc/store/h.db"


def test_an_absolute_database_stays(tmp_path: Path) -> None:
    """Four slashes name a file from the root."""
    settings = configured(tmp_path, "database: {url: sqlite:////var/lib/hark.db}\n")

    assert settings.database.sqlite_path == Path("/var/lib/hark.db")


def test_postgresql_is_printed_without_its_password(tmp_path: Path) -> None:
    """Tables and logs name the database and never its password, wherever the URL has it."""
    url = "postgresql://hark:pa55@db.example:5432/news?password=pa55"

    database = configured(tmp_path, f'database: {{url: "{url}"}}\n').database

    assert database.url.get_secret_value() == url
    assert database.printable == "postgresql://hark@db.example:5432/news"
    assert database.sqlite_path is None


def test_secrets_do_not_show(tmp_path: Path) -> None:
    """However the settings are printed, no secret comes with them."""
    text = (
        "telegram: {token: '123:topsecret', webhook: {secret: topsecret}}\n"
        "x: {bearer_token: topsecret}\n"
        "database: {url: 'postgresql://hark:topsecret@db/hark'}\n"
    )

    settings = configured(tmp_path, text)

    assert settings.telegram.token.get_secret_value() == "123:topsecret"
    assert "topsecret" not in f"{settings!r} {settings} {settings.model_dump()} {settings.database.printable}"


def test_settings_cannot_be_changed(tmp_path: Path) -> None:
    """What the file said at start is so until the end."""
    settings = configured(tmp_path, "log: {level: DEBUG}\n")

    assert settings.log.level == "debug"
    with pytest.raises(ValueError, match="frozen"):
        settings.log.level = "info"


def test_windows_editors_are_understood(tmp_path: Path) -> None:
    """A byte order mark and carriage returns change nothing."""
    (tmp_path / "config.yaml").write_bytes("\ufefflog:\r\n  level: error\r\n".encode())

    assert load(None, {}, tmp_path).log.level == "error"


def test_a_named_file_must_exist(tmp_path: Path) -> None:
    """A file that was asked for and is not there is not passed over."""
    with pytest.raises(ConfigError, match=r"^missing\.yaml: cannot be read \(no such file"):
        load(Path("missing.yaml"), {}, tmp_path)


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    """A path that cannot be read says so."""
    with pytest.raises(ConfigError, match=r"cannot be read \(is a directory\)"):
        load(tmp_path, {}, tmp_path)
    (tmp_path / "config.yaml").mkdir()
    with pytest.raises(ConfigError, match=r"^config\.yaml: cannot be read \(is a directory\)"):
        load(None, {}, tmp_path)


@pytest.mark.parametrize(
    ("text", "millionths"),
    [("10 USD", 10_000_000), ("$10", 10_000_000), ("0.5", 500_000), ("0", 0), ("unlimited", None)],
)
def test_a_budget_is_said_in_dollars(tmp_path: Path, text: str, millionths: int | None) -> None:
    """People write a budget as they would on paper."""
    assert configured(tmp_path, f"x: {{budget: {text}}}\n").x.budget == millionths


def test_prices_of_x_are_what_the_operator_says(tmp_path: Path) -> None:
    """When X changes a price, one line follows; what is not said stays."""
    prices = configured(tmp_path, "x: {prices: {post: 0.0075}}\n").x.prices
    assert (prices.post, prices.user, prices.counts) == (7_500, 10_000, 5_000)
