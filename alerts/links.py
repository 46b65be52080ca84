"""Which addresses may be links in a message, and what to say of where they lead."""

from __future__ import annotations

import re
from ipaddress import IPv6Address

from locales import escaped

MAX_URL = 2048  # characters, as written into HTML; what every browser takes
# As Telegram judges them (tdlib, check_link), and a little stricter: no user name before the host.
_LINK = re.compile(
    r"https?://(?P<host>(?:[\w-]+\.)+[\w-]+\.?|\[(?P<v6>[0-9a-f:.]+)\])(?::(?P<port>\d{1,5}))?(?:[/?#].*)?",
    re.IGNORECASE,
)
_BAD = re.compile('[\x00-\x20\x7f-\x9f"<>\\\\\u2028-\u202e\u2066-\u2069\ud800-\udfff]')


def link(url: str) -> str:
    """Return `url` where Telegram takes it for a link, else "": one it does not take fails the message."""
    found = _LINK.fullmatch(url)
    if found is None or len(escaped(url)) > MAX_URL or _BAD.search(url):
        return ""
    if found["port"] is not None and not 0 < int(found["port"]) <= 65535:
        return ""
    return "" if found["v6"] and not _is_v6(found["v6"]) else url


def _is_v6(address: str) -> bool:
    try:
        IPv6Address(address)
    except ValueError:
        return False
    return True


def host(url: str) -> str:
    """Return where `url` leads, in letters that cannot be mistaken (punycode), "" when it is no link."""
    found = _LINK.fullmatch(url)
    if found is None:
        return ""
    name = found["host"].lower().removeprefix("www.")
    try:
        return name if name.isascii() else name.encode("idna").decode("ascii")
    except UnicodeError:
        return ascii(name)[1:-1]


def is_disguised(url: str) -> bool:
    """Tell whether the host is written in letters that may be mistaken for others."""
    found = _LINK.fullmatch(url)
    return found is not None and not found["host"].isascii()
