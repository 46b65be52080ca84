"""Plays an English transcript for people who speak other languages, too, and writes down what they read.

People say the same, and tap the buttons that do the same.
"""

from __future__ import annotations

import re
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass
from pathlib import Path

from tests.conversations.play import Play, Spot, Turn
from tests.conversations.players import ScriptError
from tests.conversations.script import Deed, read
from tests.conversations.shown import quoted_lines
from tests.conversations.stage import Shelf, Stage
from tests.servers.telegram_chats import Chat
from tests.servers.telegram_records import Button, Message

_CLIENTS = {"zh-CN": "zh-hans", "zh-TW": "zh-hant"}  # what clients call a language, where it is not its code
_LABEL = re.compile(r"(?<=taps )(the old )?\[[^\]]*\]")
_NAMED = re.compile(r'(?P<how> under| replies to) "(?P<words>[^"]*)"')


@dataclass(frozen=True, slots=True)
class Twin:
    """A conversation beside the English one; their messages have the same ids."""

    english: Play
    other: Play

    def says(self, deed: Deed) -> Deed:
        """Return what is about to be done in English as it must be said here. Raises ScriptError."""
        if self.other is self.english:
            return deed
        spot = self.english.tapped(deed.text)
        named = self.english.named(deed.text)
        text = deed.text
        if named is not None:
            text = _NAMED.sub(lambda found: f"{found['how']} {self._named(named, found['words'])}", text)
        if spot is not None:
            label = self.other.players.clean(self._twin_button(spot).label)
            text = _LABEL.sub(lambda found: f"{found[1] or ''}[{label}]", text)
        return Deed(text, deed.number)

    def _named(self, message: Message, words: str) -> str:
        """Return the words by which the twin of a message is found, these if it has them too."""
        twin = self._twin(message)
        clean = self.other.players.clean
        lines = [line for each in reversed(twin.versions) for line in quoted_lines(each, clean)]
        for name in (words, *lines):
            if _finds(self.other, twin, name):
                return f'"{name}"'
        raise ScriptError(f"no words of its own: {twin}")

    def _twin_button(self, spot: Spot) -> Button:
        """Return the button that does the same, or stands in the same place where data names the language."""
        rows = self._twin(spot.message).versions[spot.version].rows
        for button in (each for row in rows for each in row):
            if button.data == spot.button.data and button.url == spot.button.url:
                return button
        return rows[spot.row][spot.column]

    def _twin(self, message: Message) -> Message:
        return self.other.stage.telegram.world.chats[message.chat.id].everything[message.id]


def _finds(play: Play, message: Message, words: str) -> bool:
    chat: Chat = message.chat
    try:
        return play.players.message(chat, words) is message
    except ScriptError:
        return False


async def told_in(
    languages: Sequence[str], script: str, folder: Path, shelf: Shelf
) -> AsyncIterator[tuple[str, str]]:
    """Yield an English transcript as it goes in each language; "en" is the transcript recorded anew."""
    async with AsyncExitStack() as stack:
        plays = {}
        for language in ("en", *(each for each in languages if each != "en")):
            (folder / language).mkdir()
            stage = await stack.enter_async_context(Stage.open(folder / language, shelf))
            plays[language] = Play(stage)
            plays[language].players.language = _CLIENTS.get(language, language)
        turns = await _played(plays, script)
        for language in languages:
            first, *others = turns[language]
            if language != "en":
                client = plays[language].players.language
                others.insert(0, Turn(Deed(f"(everybody speaks {client})", 0), silent=True))
            yield language, plays[language].written([first, *others])


async def _played(plays: Mapping[str, Play], script: str) -> dict[str, list[Turn]]:
    """Do every deed of a script in every language. Raises ScriptError with the line."""
    english = plays["en"]
    turns: dict[str, list[Turn]] = {language: [] for language in plays}
    for part in read(script):
        if not isinstance(part, Deed):
            for each in turns.values():
                each.append(Turn(part))
            continue
        try:
            deeds = {language: Twin(english, play).says(part) for language, play in plays.items()}
            for language, deed in deeds.items():
                turns[language].append(await plays[language].does(deed))
        except (ScriptError, LookupError, AssertionError) as error:
            raise ScriptError(f"line {part.number}, {part.text!r}: {error}") from error
    return turns
