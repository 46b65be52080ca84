"""From the text of one value to the value; every function raises ValueError("what is wrong; allowed: what").

No sentence repeats the text it complains about: it may be a secret that came from the environment.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import timedelta
from decimal import Decimal
from difflib import get_close_matches
from ipaddress import IPv4Network, IPv6Network, ip_network
from urllib.parse import SplitResult, urlsplit

_DURATION = re.compile(r"([0-9]+(?:\.[0-9]+)?) *([smhd])")
_SECONDS = {"s": 1, "m": 60, "h": 3600, "d": 86400}
_LONGEST = timedelta(days=36500)
_SIZE = re.compile(r"([0-9]+(?:\.[0-9]+)?) *(b|kb|mb|gb|kib|mib|gib)?", re.IGNORECASE)
_BYTES = {"": 1, "b": 1, "kb": 10**3, "mb": 10**6, "gb": 10**9, "kib": 2**10, "mib": 2**20, "gib": 2**30}
_MONEY = re.compile(r"\$? ?([0-9]{1,9}(?:\.[0-9]{1,9})?)(?: ?(?:USD|\$))?", re.IGNORECASE)
_ACCOUNT = re.compile(
    r"(?:(?:https?://)?(?:www\.|mobile\.)?(?:x|twitter)\.com/)?@?([A-Za-z0-9_]{1,15})/?(?:[?#].*)?",
    re.IGNORECASE,
)

Network = IPv4Network | IPv6Network


def duration(text: str) -> timedelta:
    """Return the length of time that `text` says, at least a second: `30s`, `5m`, `1h30m`, `30d`."""
    allowed = "allowed: numbers with a unit (s, m, h or d), such as 30s, 5m, 1h30m or 30d"
    if re.fullmatch(r"[0-9.]+", text):
        raise ValueError(f"a number without a unit; {allowed}")
    if not re.fullmatch(rf"(?:{_DURATION.pattern} *)+", text):
        raise ValueError(f"{_kind(text, 'a duration')}; {allowed}")
    seconds = sum(float(number) * _SECONDS[unit] for number, unit in _DURATION.findall(text))
    if not 1 <= seconds <= _LONGEST.total_seconds():
        raise ValueError("too short or too long; allowed: from 1s to 36500d")
    return timedelta(seconds=seconds)


def duration_or_zero(text: str) -> timedelta:
    """Return a `duration`, or no time at all for `0`."""
    if re.fullmatch(r"0+ *[smhd]?", text):
        return timedelta(0)
    return duration(text)


def size(text: str) -> int:
    """Return the number of bytes that `text` says, at least one: `16MiB`, `512KiB`, `1MB`, `4096`."""
    match = _SIZE.fullmatch(text)
    allowed = "allowed: bytes, or a number with KiB, MiB, GiB, kB, MB or GB, such as 16MiB"
    if match is None:
        raise ValueError(f"{_kind(text, 'a size')}; {allowed}")
    count = int(float(match[1]) * _BYTES[(match[2] or "").lower()]) if len(match[1]) < 20 else 0
    if not 1 <= count <= 2**40:
        raise ValueError(f"too small or too big; {allowed}")
    return count


def money(text: str) -> int:
    """Return the amount that `text` says in millionths of a dollar: `10 USD`, `$10`, `0.005`."""
    match = _MONEY.fullmatch(text)
    allowed = "allowed: US dollars, such as 10 USD, $10 or 0.005"
    if match is None:
        raise ValueError(f"{_kind(text, 'an amount of money')}; {allowed}")
    amount = Decimal(match[1]) * 10**6
    if amount != int(amount) or amount > 10**12:
        raise ValueError(f"too fine or too much; {allowed}")
    return int(amount)


def money_or_none(text: str) -> int | None:
    """Return the amount that `text` says, None for `unlimited`."""
    return None if text.lower() == "unlimited" else money(text)


def handle_template(text: str) -> str:
    """Return an address in which `{handle}` stands for the name of an account."""
    if text.count("{handle}") != 1 or not re.fullmatch(r"https?://[^\s{}]+", text.replace("{handle}", "x")):
        raise ValueError(
            f"{_kind(text, 'an address with {handle} in it')}; allowed: http://… or https://…, "
            "such as http://127.0.0.1:1200/twitter/user/{handle}"
        )
    return text


def whole(low: int, high: int, example: str = "") -> Callable[[str], int]:
    """Return a reader of whole numbers from `low` to `high`."""

    def read(text: str) -> int:
        allowed = f"allowed: {example or f'a whole number from {low} to {high}'}"
        if not re.fullmatch(r"[+-]?[0-9]{1,19}", text):
            raise ValueError(f"{_kind(text, 'a whole number')}; {allowed}")
        if not low <= int(text) <= high:
            raise ValueError(f"out of range; {allowed}")
        return int(text)

    return read


def whole_or_none(low: int, high: int) -> Callable[[str], int | None]:
    """Return a reader of whole numbers from `low` to `high`, None for `unlimited`."""
    read = whole(low, high, f"a whole number from {low} to {high}, or unlimited")
    return lambda text: None if text.lower() == "unlimited" else read(text)


def one_of(*words: str) -> Callable[[str], str]:
    """Return a reader of exactly these words, in any case."""

    def read(text: str) -> str:
        for word in words:
            if text.lower() == word.lower():
                return word
        nearest = get_close_matches(text.lower(), words, 1)
        guess = f" (did you mean {nearest[0]}?)" if nearest else ""
        raise ValueError(f"{_kind(text, 'one of the known words')}{guess}; allowed: {', '.join(words)}")

    return read


def switch(text: str) -> bool:
    """Return whether `text` says yes: `true` or `false`, also `yes`, `no`, `on` and `off`."""
    if text.lower() in ("true", "yes", "on"):
        return True
    if text.lower() in ("false", "no", "off"):
        return False
    raise ValueError(f"{_kind(text, 'a yes or no')}; allowed: true or false")


def matching(pattern: str, what: str, allowed: str) -> Callable[[str], str]:
    """Return a reader of texts that `pattern` matches as a whole."""

    def read(text: str) -> str:
        if not re.fullmatch(pattern, text):
            raise ValueError(f"{_kind(text, what)}; allowed: {allowed}")
        return text

    return read


def web_address(*schemes: str, example: str) -> Callable[[str], str]:
    """Return a reader of absolute URLs with a host and one of `schemes`."""

    def read(text: str) -> str:
        allowed = f"allowed: {' or '.join(f'{scheme}://…' for scheme in schemes)}, such as {example}"
        parts = _split(text)
        if parts is None or parts.scheme not in schemes or not parts.hostname:
            raise ValueError(f"{_kind(text, 'a web address')}; {allowed}")
        return text

    return read


def network(text: str) -> Network:
    """Return the network that `text` names, such as `127.0.0.0/8` or `fd00::/8`."""
    try:
        return ip_network(text)
    except ValueError:
        allowed = "allowed: an address with the length of its prefix, such as 127.0.0.0/8 or fd00::/8"
        raise ValueError(
            f"{_kind(text, 'a network')} (or bits are set after the prefix); {allowed}"
        ) from None


def account(text: str) -> str:
    """Return the X handle in a name, `@name` or profile URL, without `@`, its case kept."""
    match = _ACCOUNT.fullmatch(text)
    if match is None:
        allowed = (
            "a name of 1 to 15 letters, digits and _, such as cz_binance, @cz_binance or https://x.com/sama"
        )
        raise ValueError(f"{_kind(text, 'an X account')}; allowed: {allowed}")
    return match[1]


def words(text: str) -> str:
    """Return `text` when there is something in it."""
    if not text:
        raise ValueError(
            'empty; allowed: words to watch for; one that begins with # needs quotes, as in "#AI"'
        )
    return text


def database_address(text: str) -> str:
    """Return `text` when it names an SQLite file or a PostgreSQL database."""
    allowed = (
        "allowed: sqlite:///file relative to this configuration, sqlite:////absolute/file, "
        "or postgresql://user:password@host:5432/name"
    )
    parts = _split(text)
    if parts is None:
        raise ValueError(f"{_kind(text, 'a database address')}; {allowed}")
    if parts.scheme == "postgresql" and (parts.hostname or "host=" in parts.query):
        return text
    path = text.removeprefix("sqlite:///")
    if path == text or path.endswith("/") or not path or path.startswith(":") or "?" in path:
        raise ValueError(f"{_kind(text, 'a database that Hark can use')}; {allowed}")
    return text


def comparable(url: str) -> str:
    """Return `url` so that two spellings of one address are equal (case of the host, a bare /, #fragment)."""
    parts = _split(url.strip())
    if parts is None:
        return url.strip()
    return parts._replace(netloc=parts.netloc.lower(), path=parts.path or "/", fragment="").geturl()


def _split(text: str) -> SplitResult | None:
    """Return the parts of a URL, None when it is none; urlsplit alone drops line breaks, bears bad ports."""
    if re.search(r"[\s\x00-\x1f]", text):
        return None
    try:
        parts = urlsplit(text)
        return parts if parts.port != 0 else None
    except ValueError:
        return None


def _kind(text: str, what: str) -> str:
    return f"not {what}" if text else "empty"
