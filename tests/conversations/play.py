"""Plays a transcript: does each deed on the stage and writes down what Hark answers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from tests.conversations import directions
from tests.conversations.players import Place, Players, ScriptError
from tests.conversations.script import Deed, Part, read, write
from tests.conversations.shown import How, Shown, place_of, told
from tests.conversations.stage import BREATH, Stage
from tests.servers.telegram_chats import Chat
from tests.servers.telegram_records import Answer, Button, Message, Tap

_WHERE = r"(?P<who>\w+)(?P<hidden> anonymously)?(?: in (?P<place>[\w/]+))?"
_UNDER = r'(?: under "(?P<words>[^"]*)")?'
_SAYS = re.compile(rf'{_WHERE}(?: replies to "(?P<words>[^"]*)")?: ?(?P<text>.*)', re.DOTALL)
_POSTS = re.compile(r"(?P<place>\w+) posts: (?P<text>.*)", re.DOTALL)
_FORWARDS = re.compile(rf"{_WHERE} forwards from (?P<origin>\w+): (?P<text>.*)", re.DOTALL)
_TAPS = re.compile(rf"{_WHERE} taps (?P<old>the old )?\[(?P<label>[^\]]*)\]{_UNDER}")
_PICKS = re.compile(r"(?P<who>\w+) picks (?P<chat>\w+)(?P<plain> on a computer)?")
_FORGES = re.compile(rf'{_WHERE} sends the data "(?P<data>[^"]*)"{_UNDER}')
_DIRECTION = re.compile(r"\((.*)\)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Turn:
    """A part of a transcript and what Hark answered."""

    part: Part
    shown: tuple[Shown, ...] = ()
    toasts: tuple[Answer, ...] = ()
    silent: bool = False  # whether the transcript says nothing of the answer, as there can be none


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a button stands."""

    message: Message
    version: int
    row: int
    column: int

    @property
    def button(self) -> Button:
        """Return the button that stands there."""
        return self.message.versions[self.version].rows[self.row][self.column]


@dataclass(slots=True)
class Play:
    """One transcript on one stage."""

    stage: Stage
    players: Players = field(init=False)
    _here: Place | None = None
    _tap: Tap | None = None
    _seen: dict[int, int] = field(default_factory=dict)  # events, by chat
    _answers: int = 0

    def __post_init__(self) -> None:
        self.players = Players(self.stage)

    async def plays(self, script: str) -> list[Turn]:
        """Do every deed and return what came of each. Raises ScriptError with the line."""
        turns: list[Turn] = []
        for part in read(script):
            if not isinstance(part, Deed):
                turns.append(Turn(part))
                continue
            try:
                turns.append(await self.does(part))
            except (ScriptError, LookupError, AssertionError) as error:
                raise ScriptError(f"line {part.number}, {part.text!r}: {error}") from error
        return turns

    def written(self, turns: list[Turn]) -> str:
        """Return the transcript of what happened."""
        return write([(each.part, "" if each.silent else self._told(each)) for each in turns])

    def _told(self, turn: Turn) -> str:
        return told(turn.shown, turn.toasts, self.players.clean) if isinstance(turn.part, Deed) else ""

    async def does(self, deed: Deed) -> Turn:
        """Do one deed and return what came of it. Raises ScriptError."""
        self._here, self._tap = None, None
        direction = _DIRECTION.fullmatch(deed.text)
        if direction is not None:
            return await self._directed(deed, direction[1])
        await self._begins()
        await self._acted(deed.text)
        return await self._outcome(deed)

    async def _directed(self, deed: Deed, text: str) -> Turn:
        direction, found = directions.find(text)
        if direction.before:
            await direction.act(self.players, found)
            return Turn(deed, silent=True)
        await self._begins()
        await direction.act(self.players, found)
        turn = await self._outcome(deed)
        return turn if turn.shown or "publishes" in text else Turn(deed, silent=True)

    async def _begins(self) -> None:
        if not self.stage.running:
            await self.stage.starts()

    async def _outcome(self, deed: Deed) -> Turn:
        await self.stage.settles()
        await self.stage.passes(BREATH)
        toasts = self.stage.telegram.answers[self._answers :]
        self._answers += len(toasts)
        tap = self._tap
        if tap is not None and not any(each.query_id == tap.id for each in toasts):
            raise ScriptError("the tap was not answered")
        return Turn(deed, tuple(self._shown()), tuple(toasts))

    def _shown(self) -> list[Shown]:
        chats = list(self.stage.telegram.world.chats.values())
        here = self._here.chat if self._here is not None else None
        return [each for chat in sorted(chats, key=lambda chat: chat is not here) for each in self._of(chat)]

    def _of(self, chat: Chat) -> list[Shown]:
        new = chat.events[self._seen.get(chat.id, 0) :]
        self._seen[chat.id] = len(chat.events)
        return [
            Shown(
                How(each.kind),
                each.message,
                each.version,
                self._where(each.message),
                self._named(each.message),
            )
            for each in new
            if each.message.own
        ]

    def _where(self, message: Message) -> str:
        if self._here is not None and self._here.holds(message):
            return ""
        return place_of(message.chat, message.thread_id)

    def _named(self, message: Message) -> bool:
        tapped = self._tap is not None and self._tap.message is message
        return not tapped and message is not message.chat.messages[-1]

    async def _acted(self, text: str) -> None:
        for pattern, act in (
            (_TAPS, self._taps),
            (_FORGES, self._forges),
            (_FORWARDS, self._forwards),
            (_PICKS, self._picks),
            (_POSTS, self._posts),
            (_SAYS, self._says),
        ):
            found = pattern.fullmatch(text)
            if found is not None:
                return await act(found)
        raise ScriptError("nobody can do that")

    async def _says(self, found: re.Match[str]) -> None:
        place = self._here = self.players.place(found["who"], found["place"])
        answered = self.players.message(place.chat, found["words"]) if found["words"] else None
        await place.chat.says(
            self.players.person(found["who"]),
            self.players.real(found["text"]),
            thread_id=place.thread_id,
            anonymous=bool(found["hidden"]),
            reply_to=answered,
        )

    async def _posts(self, found: re.Match[str]) -> None:
        place = self._here = Place(self.players.chat(found["place"]))
        await place.chat.posts(self.players.real(found["text"]))

    async def _forwards(self, found: re.Match[str]) -> None:
        place = self._here = self.players.place(found["who"], found["place"])
        origin = self.players.chats.get(found["origin"]) or self.players.person(found["origin"])
        await place.chat.forwards(self.players.person(found["who"]), self.players.real(found["text"]), origin)

    async def _picks(self, found: re.Match[str]) -> None:
        place = self._here = self.players.place(found["who"], None)
        person, picked = self.players.person(found["who"]), self.players.chat(found["chat"])
        await place.chat.picks(person, picked, adds=not found["plain"])

    async def _taps(self, found: re.Match[str]) -> None:
        spot = self._spot(found)
        await self._tapped(found, spot.message, spot.button)

    async def _forges(self, found: re.Match[str]) -> None:
        chat = self.players.place(found["who"], found["place"]).chat
        message = self.players.message(chat, found["words"] or "")
        await self._tapped(found, message, Button("", found["data"]))

    async def _tapped(self, found: re.Match[str], message: Message, button: Button) -> None:
        place = self._here = self.players.place(found["who"], found["place"])
        self._tap = await place.chat.taps(self.players.person(found["who"]), button, message)

    def tapped(self, text: str) -> Spot | None:
        """Return what a deed is about to tap, None when it taps nothing. Raises ScriptError."""
        found = _TAPS.fullmatch(text)
        return None if found is None else self._spot(found)

    def named(self, text: str) -> Message | None:
        """Return the message that a deed names by its words, None when it names none. Raises ScriptError."""
        for pattern in (_TAPS, _FORGES, _SAYS):
            found = pattern.fullmatch(text)
            if found is not None:
                chat = self.players.place(found["who"], found["place"]).chat
                return self.players.message(chat, found["words"]) if found["words"] else None
        return None

    def _spot(self, found: re.Match[str]) -> Spot:
        """Return the newest button with this label; an old one is no longer shown."""
        place = self.players.place(found["who"], found["place"])
        there = [each for each in place.chat.visible if place.holds(each)]
        if found["words"]:
            there = [self.players.message(place.chat, found["words"])]
        spots = (spot for each in reversed(there) for spot in _spots(each, old=bool(found["old"])))
        for spot in spots:
            if self.players.clean(spot.button.label) == found["label"]:
                return spot
        raise ScriptError(f"no button [{found['label']}]")


def _spots(message: Message, *, old: bool) -> Iterator[Spot]:
    """Return every button of a message, the newest first; those that it had before only when `old`."""
    last = len(message.versions) - 1
    for version in range(last, -1 if old else last - 1, -1):
        for row, buttons in enumerate(message.versions[version].rows):
            yield from (Spot(message, version, row, column) for column in range(len(buttons)))
