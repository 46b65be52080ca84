"""The keys of the configuration with their types and defaults: the contract, readable in one go."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from difflib import get_close_matches
from pathlib import Path
from typing import Annotated, Literal, get_args, get_origin
from urllib.parse import urlsplit

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, PlainValidator, SecretStr

from config import values


def _text(read: Callable[[str], object]) -> PlainValidator:
    """Let `read` judge what was written; what is no text was given in code and is taken as it is."""

    def judge(value: object) -> object:
        if isinstance(value, list | dict):
            raise ValueError("a list or a group of keys; allowed: one single value")
        return read(value.strip() if value else "") if isinstance(value, str | None) else value

    return PlainValidator(judge)


def _secret(read: Callable[[str], str]) -> PlainValidator:
    """Like `_text`, the result kept out of every printed form."""
    return _text(lambda text: SecretStr(read(text)))


def _or_empty(read: Callable[[str], str]) -> Callable[[str], str]:
    return lambda text: read(text) if text else ""


def _once(names: tuple[str, ...]) -> tuple[str, ...]:
    """Return `names` in their order without those that differ from an earlier one in case only."""
    first: dict[str, str] = {}
    for name in names:
        first.setdefault(name.casefold(), name)
    return tuple(first.values())


def _as_feed(value: object) -> object:
    """Read a feed that is given by its URL alone."""
    return {"url": value or ""} if isinstance(value, str | None) else value


_token = values.matching(
    r"[0-9]+:[A-Za-z0-9_.:-]+",
    "a bot token",
    "what @BotFather gives, a number, a colon and letters: 123456:ABC-xyz",
)
_webhook_secret = values.matching(
    r"[A-Za-z0-9_-]{1,256}", "a webhook secret", "1 to 256 of A-Z, a-z, 0-9, _ and -"
)
_listen = values.matching(r"[\w.:-]+", "an address to listen on", "such as 127.0.0.1, 0.0.0.0 or ::")
_webhook_url = values.web_address("https", example="https://hark.example.org/telegram")
_websub_url = values.web_address("https", example="https://hark.example.org/websub")
_about_url = values.web_address("http", "https", example="https://example.org/hark")
_user = values.whole(1, 2**53, "the number of a Telegram user, such as 123456789")
_chat = values.whole(-(2**53), 2**53, "the number of a chat, such as 123456789 or -1001234567890")


def _web(example: str) -> PlainValidator:
    return _text(values.web_address("http", "https", example=example))


Duration = Annotated[timedelta, _text(values.duration)]
XMode = Literal["search", "stream"]
FirstRun = Literal["silent", "alert"]
Level = Literal["debug", "info", "warning", "error"]
LogFormat = Literal["console", "json"]
Language = Literal["en", "zh-CN", "zh-TW", "it", "es", "ja", "ko", "ru", "ar"]


class _Section(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, hide_input_in_errors=True)


class WebhookSettings(_Section):
    """Where Telegram calls Hark; an empty `url` means that Hark asks Telegram (long polling)."""

    url: Annotated[str, _text(_or_empty(_webhook_url))] = ""
    listen: Annotated[str, _text(_listen)] = "127.0.0.1"
    port: Annotated[int, _text(values.whole(1, 65535))] = 8443
    secret: Annotated[SecretStr, _secret(_or_empty(_webhook_secret))] = SecretStr("")


class TelegramSettings(_Section):
    """The bot; without a token alerts appear in the terminal. The token is put right after `base_url`.

    `examples` are words that `/start` offers to try; `languages` may be chosen, all where none is named.
    """

    token: Annotated[SecretStr, _secret(_or_empty(_token))] = SecretStr("")
    base_url: Annotated[str, _web("https://api.telegram.org/bot")] = "https://api.telegram.org/bot"
    admins: tuple[Annotated[int, _text(_user)], ...] = ()
    allowed_chats: tuple[Annotated[int, _text(_chat)], ...] = ()
    examples: Annotated[tuple[Annotated[str, _text(values.words)], ...], AfterValidator(_once)] = (
        "#赵长鹏",
        "SamAltman",
    )
    languages: tuple[Annotated[Language, _text(values.one_of(*get_args(Language)))], ...] = ()
    webhook: WebhookSettings = WebhookSettings()


class DatabaseSettings(_Section):
    """Where everything is kept. `load` makes the path of an SQLite file absolute."""

    url: Annotated[SecretStr, _secret(values.database_address)] = SecretStr("sqlite:///data/hark.db")

    @property
    def sqlite_path(self) -> Path | None:
        """Return the file of an SQLite database, None for PostgreSQL."""
        url = self.url.get_secret_value()
        return Path(url.removeprefix("sqlite:///")) if url.startswith("sqlite:///") else None

    @property
    def printable(self) -> str:
        """Return the URL without its password and options, for logs and tables."""
        url = self.url.get_secret_value()
        if self.sqlite_path is not None:
            return url
        parts = urlsplit(url)
        user = f"{parts.username}@" if parts.username else ""
        return f"{parts.scheme}://{user}{parts.netloc.rpartition('@')[2]}{parts.path}"


class XPrices(_Section):
    """What X bills, in millionths of a dollar: a post or an account returned, a request for counts."""

    post: Annotated[int, _text(values.money)] = 5_000
    user: Annotated[int, _text(values.money)] = 10_000
    counts: Annotated[int, _text(values.money)] = 5_000


class XLimits(_Section):
    """What X allows: characters of a query, searches in 15 minutes, characters and number of stream rules."""

    query: Annotated[int, _text(values.whole(100, 4096))] = 512
    searches: Annotated[int, _text(values.whole(1, 1_000_000))] = 450
    rule: Annotated[int, _text(values.whole(100, 4096))] = 1024
    rules: Annotated[int, _text(values.whole(1, 1_000_000))] = 1000


class XSettings(_Section):
    """X, off without a bearer token or `feeds`; accounts are handles without `@`, as they were written.

    `budget` is a month's, in millionths of a dollar, None: unlimited. `feeds` are addresses of feeds made of
    X's posts, tried in their order. A token is not judged here: with a bad one everything but X works.
    """

    bearer_token: Annotated[SecretStr, _secret(str)] = SecretStr("")
    base_url: Annotated[str, _web("https://api.x.com")] = "https://api.x.com"
    accounts: Annotated[tuple[Annotated[str, _text(values.account)], ...], AfterValidator(_once)] = (
        "cz_binance",
        "sama",
    )
    mode: Annotated[XMode, _text(values.one_of(*get_args(XMode)))] = "search"
    interval: Duration = timedelta(seconds=60)
    budget: Annotated[int | None, _text(values.money_or_none)] = 10_000_000
    prices: XPrices = XPrices()
    limits: XLimits = XLimits()
    feeds: tuple[Annotated[str, _text(values.handle_template)], ...] = ()


class FeedSetting(_Section):
    """One feed that serves every chat; an empty `name` means that the feed's own title is shown."""

    url: Annotated[str, _web("https://example.org/feed.xml")]
    name: Annotated[str, _text(str)] = ""
    interval: Duration | None = None


class PollingSettings(_Section):
    """How often and how carefully sources are asked; `max_bytes` counts what is left after unpacking.

    `budget` is how many requests a minute feeds may take together, 0: one an `interval` for each of them.
    `about` is a page about this Hark that sites are told; empty: the bot's own address.
    """

    interval: Duration = timedelta(minutes=5)
    min_interval: Duration = timedelta(seconds=60)
    max_interval: Duration = timedelta(hours=1)
    budget: Annotated[int, _text(values.whole(0, 1_000_000))] = 0
    concurrency: Annotated[int, _text(values.whole(1, 10_000))] = 64
    per_host: Annotated[int, _text(values.whole(1, 1_000))] = 2
    timeout: Duration = timedelta(seconds=30)
    max_bytes: Annotated[int, _text(values.size)] = 16 * 2**20
    allow_networks: tuple[Annotated[values.Network, _text(values.network)], ...] = ()
    about: Annotated[str, _text(_or_empty(_about_url))] = ""


class WebsubSettings(_Section):
    """Where hubs of feeds call Hark; an empty `url` means that sources are polled only."""

    url: Annotated[str, _text(_or_empty(_websub_url))] = ""
    listen: Annotated[str, _text(_listen)] = "127.0.0.1"
    port: Annotated[int, _text(values.whole(1, 65535))] = 8444


class AlertSettings(_Section):
    """What becomes an alert and how long Hark remembers; `max_age` of zero: no limit."""

    first_run: Annotated[FirstRun, _text(values.one_of(*get_args(FirstRun)))] = "silent"
    retention: Duration = timedelta(days=30)
    max_age: Annotated[timedelta, _text(values.duration_or_zero)] = timedelta(hours=48)
    ask_above: Annotated[int, _text(values.whole(1, 1_000_000))] = 50


class QuotaSettings(_Section):
    """The most that one chat may have; `alerts` are those of a day, None: no limit."""

    watches: Annotated[int, _text(values.whole(1, 100_000))] = 50
    sources: Annotated[int, _text(values.whole(1, 100_000))] = 50
    alerts: Annotated[int | None, _text(values.whole_or_none(1, 1_000_000))] = None


class NamesSettings(_Section):
    """Whether names that the built-in table lacks are looked up, and the address of Wikidata's API."""

    lookup: Annotated[bool, _text(values.switch)] = True
    lookup_url: Annotated[str, _web("https://www.wikidata.org/w/api.php")] = (
        "https://www.wikidata.org/w/api.php"
    )


class LogSettings(_Section):
    """What the log says and how."""

    level: Annotated[Level, _text(values.one_of(*get_args(Level)))] = "info"
    format: Annotated[LogFormat, _text(values.one_of(*get_args(LogFormat)))] = "console"


class Settings(_Section):
    """The whole configuration, as `load` returns it."""

    telegram: TelegramSettings = TelegramSettings()
    database: DatabaseSettings = DatabaseSettings()
    x: XSettings = XSettings()
    feeds: tuple[Annotated[FeedSetting, BeforeValidator(_as_feed)], ...] = ()
    polling: PollingSettings = PollingSettings()
    websub: WebsubSettings = WebsubSettings()
    watches: Annotated[tuple[Annotated[str, _text(values.words)], ...], AfterValidator(_once)] = ()
    names: NamesSettings = NamesSettings()
    quotas: QuotaSettings = QuotaSettings()
    alerts: AlertSettings = AlertSettings()
    log: LogSettings = LogSettings()


def kind_at(path: tuple[str | int, ...]) -> object | None:
    """Return the type of the key at `path`: a section's class, a tuple or a value's; None: no such key."""
    kind: object = Settings
    for step in path:
        if isinstance(step, int):
            kind = get_args(kind)[0] if get_origin(kind) is tuple else None
            kind = get_args(kind)[0] if get_origin(kind) is Annotated else kind
        else:
            kind = fields_of(kind).get(step)
    return kind


def fields_of(kind: object) -> dict[str, object]:
    """Return the names and types of a section's keys; none when `kind` is no section."""
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        return {name: field.annotation for name, field in kind.model_fields.items()}
    return {}


def unknown(path: tuple[str | int, ...]) -> str:
    """Return what is wrong with a key that does not exist, naming what was meant or what there is."""
    key = str(path[-1])
    section = next(end for end in range(len(path) - 1, -1, -1) if kind_at(path[:end]) is not None)
    allowed = list(fields_of(kind_at(path[:section])))
    nearest = get_close_matches(str(path[section]), allowed, 1, 0.7)
    elsewhere = [name for name in names() if name.rpartition(".")[2] == key]
    guess = f", did you mean {' or '.join(nearest or elsewhere)}?" if nearest or elsewhere else ""
    return f"no such key{guess}; allowed: {', '.join(allowed) or 'a value, no keys below it'}"


def names(kind: object = Settings, before: str = "") -> Iterator[str]:
    """Yield every key that holds a value or a list, as `section.key`."""
    for name, below in fields_of(kind).items():
        if fields_of(below):
            yield from names(below, f"{before}{name}.")
        else:
            yield f"{before}{name}"
