"""Wikidata, asked what somebody is called: the one client of its API.

    look_up ──▶ wbsearchentities (who is called so?) ──▶ wbgetentities (those alone) ──▶ the one who is meant

Polite as Wikimedia asks: one request at a time, `maxlag`, our name, and after a refusal a pause in which
nothing is asked. What the answers mean is told by `wikidata_entities.py`.
"""

from __future__ import annotations

import asyncio
import re
import unicodedata
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from urllib.parse import urlencode

import structlog

from feeds.fetch import Fetched, Fetcher
from feeds.wikidata_entities import LANGUAGES, called_so, entities_of, the_one_meant
from feeds.x_json import mapping, parsed, string
from model import Failure, FailureReason, OtherNames

API = "https://www.wikidata.org/w/api.php"

_MOST = 7  # entities asked for and compared
_MAXLAG = 5  # seconds its databases may lag behind; what Wikimedia recommends
_MOST_WAITING = 32  # look-ups that wait for their turn; one more is not worth it
_SHORT_PAUSE, _LONG_PAUSE = timedelta(minutes=1), timedelta(hours=1)  # between two tries of an ill service
_ITS_OWN = (FailureReason.TOO_BIG,)  # failures that concern one name, not the service

_SCRIPTS = {"HIRAGANA": "ja", "KATAKANA": "ja", "HANGUL": "ko", "CJK": "zh", "CYRILLIC": "ru", "ARABIC": "ar"}
_JOINT = re.compile(r"[_\-]|(?<=[a-z])(?=[A-Z])")
_log = structlog.get_logger("hark.names")


class Wikidata:
    """Looks names up, one after the other. Keeps nothing but the pause after a failure."""

    def __init__(self, fetcher: Fetcher, url: str, clock: Callable[[], datetime]) -> None:
        """Ask the API at `url` through `fetcher`."""
        self._fetcher = fetcher
        self._url = url
        self._clock = clock
        self._turn = asyncio.Lock()
        self._waiting = 0
        self._pause = _SHORT_PAUSE
        self._resume: datetime | None = None  # None: the last answer was good

    async def look_up(self, name: str, language: str) -> OtherNames | Failure:
        """Return what else the one is called who is called `name`; nobody when it is not clear who is meant.

        `language` is the one that `name` is probably in. A failure says that nothing is known: ask later.
        """
        if self._waiting >= _MOST_WAITING:
            return Failure(FailureReason.RATE_LIMITED)
        self._waiting += 1
        try:
            async with self._turn:
                return await self._looked_up(name, language)
        finally:
            self._waiting -= 1

    async def _looked_up(self, name: str, language: str) -> OtherNames | Failure:
        ids: list[str] = []
        for spelling in _spellings(name):
            words = {"search": spelling, "language": language, "uselang": language}
            found = await self._ask(action="wbsearchentities", type="item", limit=_MOST, **words)
            if isinstance(found, Failure):
                return found
            ids = called_so(found, name)
            if ids:
                break
        if not ids:
            return OtherNames()
        told = await self._ask(
            action="wbgetentities",
            ids="|".join(ids),
            props="labels|aliases|claims|sitelinks",
            languages="|".join(LANGUAGES),
        )
        return told if isinstance(told, Failure) else the_one_meant(entities_of(told), name)

    async def _ask(self, **asked: str | int) -> Mapping[str, object] | Failure:
        """Return the answer to one request. After a failure of the service nothing is asked for a while."""
        if self._resume is not None and self._clock() < self._resume:
            return Failure(FailureReason.RATE_LIMITED)
        query = urlencode({**asked, "format": "json", "maxlag": _MAXLAG})
        answer = _read(await self._fetcher.fetch(f"{self._url}?{query}", accept="application/json"))
        if not isinstance(answer, Failure):
            if self._resume is not None:
                _log.info("names are looked up again")
            self._resume, self._pause = None, _SHORT_PAUSE
        elif answer.reason not in _ITS_OWN:
            self._fall_silent(answer)
        return answer

    def _fall_silent(self, failure: Failure) -> None:
        if self._resume is None:
            _log.warning(
                "names are not looked up for now", reason=failure.reason.value, status=failure.status
            )
        self._resume = self._clock() + (failure.retry_after or self._pause)
        self._pause = min(self._pause * 2, _LONG_PAUSE)


def language_of(name: str, spoken: str) -> str:
    """Return Wikidata's code of the language that a name is probably in; `spoken` is that of its chat."""
    scripts = [unicodedata.name(char, "").split(" ")[0].split("-")[0] for char in name]
    for script, language in _SCRIPTS.items():
        if script in scripts:
            return language
    base = spoken.partition("-")[0]
    return base if base in ("it", "es") else "en"


def _spellings(name: str) -> tuple[str, ...]:
    """Return a name as given, and parted where it is written solid: SamAltman is found as Sam Altman."""
    parted = " ".join(_JOINT.sub(" ", name).split())
    return (name,) if parted == name else (name, parted)


def _read(answer: object) -> Mapping[str, object] | Failure:
    if isinstance(answer, Failure):
        return answer
    told = parsed(answer.body.decode("utf-8", "replace")) if isinstance(answer, Fetched) else {}
    if "error" in told:
        lagging = string(mapping(told, "error"), "code") in ("maxlag", "ratelimited", "readonly")
        return Failure(FailureReason.RATE_LIMITED if lagging else FailureReason.BAD_RESPONSE)
    return told if told else Failure(FailureReason.BAD_RESPONSE)
