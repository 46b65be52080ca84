"""Plays a transcript for people who speak another language and writes it down in that language.

    python -m tests.conversations.translate zh-CN            # every English transcript
    python -m tests.conversations.translate zh-CN beginning  # one

People say the same, and tap the buttons that stand in the same places. A person reads what comes of it.
"""

from __future__ import annotations

import asyncio
import re
import sys
import tempfile
from collections.abc import Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass
from pathlib import Path

from locales import Catalogue
from matching.aliases import Table
from tests.conversations.play import Play, Turn
from tests.conversations.players import ScriptError
from tests.conversations.script import Deed, read
from tests.conversations.shown import quoted
from tests.conversations.stage import Shelf, Stage
from tests.guard.loopback import Guard
from tests.servers.telegram_chats import Chat
from tests.servers.telegram_records import Message

HERE = Path(__file__).parent
ENGLISH = HERE / "en"
_CLIENTS = {"zh-CN": "zh-hans", "zh-TW": "zh-hant"}  # what clients call a language, where it is not its code
_LABEL = re.compile(r"(?<=taps )(the old )?\[[^\]]*\]")
_NAMED = re.compile(r'(?<= (?:under|s to) )"([^"]*)"')


@dataclass(frozen=True, slots=True)
class Twins:
    """One conversation in two languages, side by side; messages have the same ids."""

    english: Play
    other: Play

    async def does(self, deed: Deed) -> Turn:
        """Do a deed in English and its twin in the other language; returns what came of the twin."""
        spot = self.english.tapped(deed.text)
        text = _NAMED.sub(lambda found: self._named(found[1]), deed.text)
        if spot is not None:
            rows = self._twin(spot.message).versions[spot.version].rows
            label = self.other.players.clean(rows[spot.row][spot.column].label)
            text = _LABEL.sub(lambda found: f"{found[1] or ''}[{label}]", text)
        await self.english.does(deed)
        return await self.other.does(Deed(text, deed.number))

    def _named(self, words: str) -> str:
        """Return the words by which the twin of the message with these words is found."""
        message = self._message(words)
        twin = self._twin(message)
        for version in (None, *reversed(twin.versions)):
            name = words if version is None else quoted(version, self.other.players.clean).strip('"')
            if _finds(self.other, twin, name):
                return f'"{name}"'
        raise ScriptError(f"no words of its own: {twin}")

    def _message(self, words: str) -> Message:
        for chat in self.english.stage.telegram.world.chats.values():
            try:
                return self.english.players.message(chat, words)
            except ScriptError:
                continue
        raise ScriptError(f"no message with {words!r}")

    def _twin(self, message: Message) -> Message:
        return self.other.stage.telegram.world.chats[message.chat.id].everything[message.id]


def _finds(play: Play, message: Message, words: str) -> bool:
    chat: Chat = message.chat
    try:
        return play.players.message(chat, words) is message
    except ScriptError:
        return False


async def translated(script: str, language: str, folder: Path, shelf: Shelf) -> str:
    """Return an English transcript as it goes in another language."""
    async with AsyncExitStack() as stack:
        plays = []
        for name in ("english", "other"):
            (folder / name).mkdir()
            plays.append(Play(await stack.enter_async_context(Stage.open(folder / name, shelf))))
        twins = Twins(*plays)
        twins.other.players.language = client = _CLIENTS.get(language, language)
        turns = [await twins.does(part) if isinstance(part, Deed) else Turn(part) for part in read(script)]
        speak = Turn(Deed(f"(everybody speaks {client})", 0), silent=True)
        return twins.other.written([turns[0], speak, *turns[1:]])


def main(language: str, names: Sequence[str]) -> None:
    """Write the transcripts with these names, without names all, in a language."""
    Guard().install()
    shelf = Catalogue.load(), Table.load()
    (HERE / language).mkdir(exist_ok=True)
    for name in names or sorted(path.stem for path in ENGLISH.glob("*.txt")):
        script = (ENGLISH / f"{name}.txt").read_text(encoding="utf-8")
        with tempfile.TemporaryDirectory() as folder:
            text = asyncio.run(translated(script, language, Path(folder), shelf))
        (HERE / language / f"{name}.txt").write_text(text, encoding="utf-8")
        sys.stdout.write(f"{language}/{name}.txt\n")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
