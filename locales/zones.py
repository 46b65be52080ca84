"""Time zones as people say them: a city, an IANA name, or how far from UTC."""

from __future__ import annotations

import re
from datetime import UTC, timedelta, timezone, tzinfo
from functools import cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

CITIES = (
    "America/Los_Angeles",
    "America/New_York",
    "America/Sao_Paulo",
    "Europe/London",
    "Europe/Berlin",
    "Europe/Rome",
    "Europe/Madrid",
    "Europe/Moscow",
    "Africa/Cairo",
    "Asia/Dubai",
    "Asia/Singapore",
    "Asia/Shanghai",
    "Asia/Hong_Kong",
    "Asia/Taipei",
    "Asia/Tokyo",
    "Asia/Seoul",
    "Australia/Sydney",
    "Etc/UTC",
)
"""Those that are offered to be tapped, from west to east."""

_LIKELY = {
    "it": "Europe/Rome",
    "fr": "Europe/Paris",
    "pt": "Europe/Lisbon",
    "nl": "Europe/Amsterdam",
    "pl": "Europe/Warsaw",
    "uk": "Europe/Kyiv",
    "el": "Europe/Athens",
    "tr": "Europe/Istanbul",
    "he": "Asia/Jerusalem",
    "fa": "Asia/Tehran",
    "hi": "Asia/Kolkata",
    "th": "Asia/Bangkok",
    "vi": "Asia/Ho_Chi_Minh",
    "id": "Asia/Jakarta",
    "ja": "Asia/Tokyo",
    "ko": "Asia/Seoul",
    "ru": "Europe/Moscow",
    "es": "Europe/Madrid",
    "de": "Europe/Berlin",
    "zh-hk": "Asia/Hong_Kong",
    "zh-hant": "Asia/Taipei",
    "zh-tw": "Asia/Taipei",
    "zh-sg": "Asia/Singapore",
    "zh": "Asia/Shanghai",
    "pt-br": "America/Sao_Paulo",
    "en-gb": "Europe/London",
}
_OFFSET = re.compile(r"(?:UTC|GMT)?\s*([+\-−])\s*(\d{1,2})(?::?([0-5]\d))?", re.IGNORECASE)
_EAST, _WEST = timedelta(hours=14), timedelta(hours=12)


def likely_zone(code: str) -> str:
    """Return where most people whose client speaks this language live, "" when there is no such place."""
    wanted = code.replace("_", "-").lower()
    return _LIKELY.get(wanted) or _LIKELY.get("-".join(wanted.split("-")[:2])) or _LIKELY.get(wanted[:2], "")


def read_zone(words: str) -> str:
    """Return the zone that words name, as it is kept: "Asia/Tokyo" or "UTC+5:30"; "" for none."""
    wanted = words.strip().translate({0xFF0B: "+", 0xFF0D: "-"})
    found = _OFFSET.fullmatch(wanted)
    if found is not None:
        return _offset_name(found[1] == "+", timedelta(hours=int(found[2]), minutes=int(found[3] or 0)))
    if wanted.upper() in ("UTC", "GMT", "Z"):
        return "Etc/UTC"
    return _known().get(wanted.lower().replace(" ", "_"), "")


def zone_of(name: str) -> tzinfo | None:
    """Return a kept zone, None where there is none."""
    found = _OFFSET.fullmatch(name)
    if found is not None:
        length = timedelta(hours=int(found[2]), minutes=int(found[3] or 0))
        return timezone(length if found[1] == "+" else -length)
    try:
        return ZoneInfo(name) if name else None
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return UTC


def _offset_name(east: bool, length: timedelta) -> str:
    if length > (_EAST if east else _WEST):
        return ""
    hours, minutes = divmod(int(length.total_seconds()) // 60, 60)
    return f"UTC{'+' if east else '-'}{hours}" + (f":{minutes:02}" if minutes else "")


@cache
def _known() -> dict[str, str]:
    """Return the IANA names by what people type: the whole name, or its city alone."""
    names = sorted(available_timezones())
    found = {name.rpartition("/")[2].lower(): name for name in names if "/" in name}
    return found | {name.lower(): name for name in names}
