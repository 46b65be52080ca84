"""Messages by key and language; the only file that knows Fluent and Babel."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from copy import copy
from datetime import datetime, timedelta, tzinfo
from decimal import Decimal
from pathlib import Path
from typing import Literal, Protocol

from babel import Locale, UnknownLocaleError
from babel.dates import format_skeleton, format_timedelta, get_timezone_location
from babel.lists import format_list
from babel.numbers import format_currency
from fluent.runtime import FluentBundle, FluentResource
from fluent.syntax import ast

from locales.zones import zone_of

# In the order of menus; each is a folder beside this file. Of two of one language the first is the usual one.
LANGUAGES = ("en", "zh-CN", "zh-TW", "it", "es", "ja", "ko", "ru", "ar")
_TRADITIONAL = {"hant", "tw", "hk", "mo"}  # subtags of Chinese that ask for traditional characters
_SIMPLIFIED = {"hans", "cn", "sg"}
_NO_PAIRS = ("es", "ar")  # Babel 2.18 lists two units with a KeyError or the second one twice there
_FIRST_STRONG, _POP, _RIGHT_TO_LEFT = "\u2068", "\u2069", "\u200f"  # Unicode's isolate, its end, and the mark
_FALLBACK = "en"
_FOLDER = Path(__file__).parent
_Unit = Literal["day", "hour", "minute", "second"]
_UNITS: tuple[tuple[_Unit, int], ...] = (("day", 86_400), ("hour", 3_600), ("minute", 60), ("second", 1))
_LONGEST = 500  # characters of an argument that Fluent is given: it refuses 2,500 of a whole plural
_MARK, _MARKS = "\x02{}\x03", re.compile("\x02([^\x02\x03]*)\x03")  # stand for an argument put in later
_MESSAGE = re.compile("^(?=[A-Za-z][A-Za-z0-9_-]* *=)", re.MULTILINE)
_COMMAND = re.compile(r"(?<![\w<./:])/[a-z]{2,32}(?![\w/@])")
_AS_IT_IS = re.compile("[\x02/]")  # in what a person wrote nothing is a command of ours
_CROWDED = {"group", "supergroup"}  # where a bare command may be meant for any bot, and Hark may not hear it
_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"})  # all that Telegram knows


def escaped(text: str) -> str:
    """Return `text` as Telegram's HTML shows it to the letter."""
    return text.translate(_ESCAPES)


class MessageError(KeyError):
    """A message is missing or broken, or an argument is missing: a mistake in the code or in `locales/`."""


class Hearer(Protocol):
    """A chat as far as its messages differ for it."""

    @property
    def language(self) -> str:
        """A folder beside this file."""

    @property
    def zone(self) -> str:
        """As it is kept, "" when none is known."""

    @property
    def kind(self) -> str:
        """Telegram's word for a kind of chat."""


class Text:
    """All messages in one language."""

    def __init__(self, language: str, resources: Mapping[str, str]) -> None:
        """Take `resources`, family → Fluent source; each message is read when it is said first.

        To read all of them takes a second. Raises MessageError for a repeated message and for a line that
        belongs to none; `check` tells the rest.
        """
        self.language = language
        self.zone: tzinfo | None = None  # None: times are shown in their own
        self.bot = ""  # added to the commands that are shown: "/list@HarkBot"
        self._locale = Locale.parse(language, sep="-")
        # Isolating characters (U+2068) would break links and hashtags.
        self._bundle = FluentBundle([language], use_isolating=False)
        self._sources: dict[str, str] = {}
        for family, source in resources.items():
            self._take(f"{language}/{family}", source)

    def _take(self, where: str, source: str) -> None:
        head, *messages = _MESSAGE.split(source)
        stray = [line for line in head.splitlines() if line and not line.startswith("#")]
        if stray:
            raise MessageError(f"{where}: cannot be read: {stray[0][:80]}")
        for message in messages:
            key = message.partition("=")[0].strip()
            if key in self._sources:
                raise MessageError(f"{where}: {key} is there twice")
            self._sources[key] = message

    def check(self) -> None:
        """Read every message. Raises MessageError for the first that is broken."""
        for key in self._sources:
            self._read(key)

    def _read(self, key: str) -> None:
        if key not in self._sources:
            raise MessageError(f"{self.language}: no message {key}")
        resource = FluentResource(self._sources[key])
        for entry in resource.body:
            if isinstance(entry, ast.Junk):
                raise MessageError(f"{self.language}: cannot be read: {(entry.content or '').strip()[:80]}")
        self._bundle.add_resource(resource)

    def html(self, key: str, **arguments: str | int) -> str:
        """Return the message as Telegram's HTML, text arguments escaped. Raises MessageError."""
        return self._format(
            key,
            {
                name: escaped(argument) if isinstance(argument, str) else argument
                for name, argument in arguments.items()
            },
        )

    def plain(self, key: str, **arguments: str | int) -> str:
        """Return the message as it is, for buttons, toasts, menus and the terminal. Raises MessageError."""
        return self._format(key, arguments)

    def _format(self, key: str, arguments: Mapping[str, str | int]) -> str:
        if not self._bundle.has_message(key):
            self._read(key)
        pattern = self._bundle.get_message(key).value
        if pattern is None:
            raise MessageError(f"{self.language}: {key} has no text")
        later = {
            name: argument
            for name, argument in arguments.items()
            if isinstance(argument, str) and (len(argument) > _LONGEST or _AS_IT_IS.search(argument))
        }
        short = dict(arguments) | {name: _MARK.format(name) for name in later}
        text, mistakes = self._bundle.format_pattern(pattern, short)
        if mistakes:
            raise MessageError(f"{self.language}: {key}: {mistakes[0]}")
        named = _COMMAND.sub(rf"\g<0>@{self.bot}", str(text)) if self.bot else str(text)
        return _MARKS.sub(lambda mark: later[mark[1]], named) if later else named

    def within(self, zone: tzinfo | None, bot: str = "") -> Text:
        """Return the same messages, with times shown in that zone and commands addressed to that bot."""
        found = copy(self)
        found.zone, found.bot = zone, bot
        return found

    def clock(self, moment: datetime) -> str:
        """Return hours and minutes in the reader's zone, else in the moment's own: "14:03"."""
        return self._skeleton("Hm", self._here(moment))

    def _here(self, moment: datetime) -> datetime:
        return moment if self.zone is None else moment.astimezone(self.zone)

    def city(self, zone: str) -> str:
        """Return what the city of a kept zone is called, "UTC+8" where it is none of a city."""
        found = zone_of(zone)
        if found is None or "/" not in zone or zone == "Etc/UTC":
            return "UTC" if zone in ("", "Etc/UTC") else zone
        return str(get_timezone_location(found, locale=self._locale, return_city=True))

    def date(self, moment: datetime, now: datetime) -> str:
        """Return day, hours and minutes in the reader's zone, else in the moment's own: "Apr 17 14:03".

        The year is there when it is not the year of `now`.
        """
        moment = self._here(moment)
        this_year = moment.year == now.astimezone(moment.tzinfo).year
        return self._skeleton("MMMd" if this_year else "yMMMd", moment) + " " + self.clock(moment)

    def _skeleton(self, skeleton: str, moment: datetime) -> str:
        return str(format_skeleton(skeleton, moment, tzinfo=moment.tzinfo, locale=self._locale))

    def ago(self, moment: datetime, now: datetime) -> str:
        """Return how long before `now` it was, in the one unit that fits: "5 minutes ago"."""
        passed = max(now - moment, timedelta(seconds=1))
        return format_timedelta(-passed, add_direction=True, threshold=1, locale=self._locale)

    def dollars(self, millionths: int) -> str:
        """Return an amount of US dollars: "$1.50"; below a cent with as many digits as it needs."""
        amount = Decimal(millionths) / 10**6
        fine = 0 < amount < Decimal("0.01")
        return str(
            format_currency(
                amount, "USD", locale=self._locale, currency_digits=not fine, decimal_quantization=not fine
            )
        )

    def about(self, millionths: int) -> str:
        """Return an estimate in US dollars, a cent at least: what may cost little is not told as free."""
        return self.dollars(max(millionths, 10_000))

    def duration(self, length: timedelta) -> str:
        """Return how long something takes, in its two largest units: "1 hour, 30 minutes"."""
        seconds = max(0, round(length.total_seconds()))
        parts: list[str] = []
        for unit, size in _UNITS:
            count, seconds = divmod(seconds, size)
            if count or (unit == "second" and not parts):
                parts.append(self._count(count * size, unit))
        style: Literal["standard", "unit"] = "standard" if self.language in _NO_PAIRS else "unit"
        return format_list(parts[:2], style=style, locale=self._locale)

    def line(self, parts: Iterable[str], separator: str = " · ") -> str:
        """Return `parts` (HTML or plain) as one line in the language's direction.

        From right to left each part is isolated, so that a Latin name in it moves nothing beside it.
        """
        if self._locale.text_direction == "ltr":
            return separator.join(parts)
        return _RIGHT_TO_LEFT + separator.join(f"{_FIRST_STRONG}{part}{_POP}" for part in parts)

    def tongue(self, tag: str) -> str:
        """Return what a language is called ("Chinese (Simplified)"), its BCP 47 tag where nobody knows."""
        try:
            named = Locale.parse(tag, sep="-").get_display_name(self._locale)
        except (UnknownLocaleError, ValueError):
            named = None
        return named or tag

    def _count(self, seconds: int, unit: _Unit) -> str:
        # format_unit would be the natural call, but in Babel 2.18 it lacks days and hours of zh and it.
        return format_timedelta(seconds, unit, threshold=math.inf, locale=self._locale)


class Catalogue:
    """The messages in all languages."""

    def __init__(
        self, texts: Mapping[str, Text], offered: Sequence[str] = (), our_name: Callable[[], str] = str
    ) -> None:
        """Hold `texts`, language → messages; `offered` may be chosen, all of them where none is named.

        `our_name` is the bot's, without "@", "" while nobody knows it. `load` reads those of this folder.
        """
        self._texts = dict(texts)
        self._our_name = our_name
        self.languages = tuple(each for each in offered if each in texts) or tuple(texts)
        self.usual = _FALLBACK if _FALLBACK in self.languages else self.languages[0]

    @classmethod
    def load(cls, folder: Path = _FOLDER) -> Catalogue:
        """Return the catalogue read from `folder`/<language>/*.ftl. Raises MessageError."""
        return cls({language: Text(language, _sources(folder / language)) for language in LANGUAGES})

    def offering(self, languages: Sequence[str]) -> Catalogue:
        """Return the same messages, of which people may choose these languages; none named: all.

        Who chose another one before is still spoken to in it.
        """
        return Catalogue(self._texts, languages, self._our_name)

    def of(self, our_name: Callable[[], str]) -> Catalogue:
        """Return the same messages of a bot with that name, "" while nobody knows it."""
        return Catalogue(self._texts, self.languages, our_name)

    def text(self, language: str, zone: str = "") -> Text:
        """Return the messages in `language`, times in `zone`; in the usual one where it is none of ours."""
        found = self._texts.get(language) or self._texts[self.usual]
        return found.within(zone_of(zone)) if zone else found

    def text_for(self, chat: Hearer) -> Text:
        """Return the messages as this chat reads them: among many its commands say whom they are for."""
        found = self.text(chat.language, chat.zone)
        return found.within(found.zone, self._our_name()) if chat.kind in _CROWDED else found

    def own_name(self, language: str) -> str:
        """Return what the speakers of `language` call it."""
        return self._texts[language].plain("language-own-name")

    def best(self, code: str | None) -> str:
        """Return the offered language nearest to an IETF tag (a person's language_code), else the usual."""
        wanted = (code or "").replace("_", "-").lower()
        for language in self.languages:
            if wanted == language.lower():
                return language
        first, *more = wanted.split("-")
        alike = [each for each in self.languages if each.lower().split("-")[0] == first]
        if first == "zh":
            traditional = bool(_TRADITIONAL & set(more)) and not _SIMPLIFIED & set(more)
            alike.sort(key=lambda each: (each == "zh-TW") is not traditional)
        return alike[0] if alike else self.usual


def _sources(folder: Path) -> dict[str, str]:
    return {path.stem: path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.ftl"))}
