"""Draws the demo's chat in the terminal: the visitor on the right, Hark on the left with its buttons."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from rich.align import Align
from rich.console import Console, Group, RenderableType
from rich.panel import Panel
from rich.style import Style
from rich.text import Text

from tests.servers.telegram import TelegramServer
from tests.servers.telegram_html import Entity
from tests.servers.telegram_records import Event, Message, Rows, Version
from tests.servers.telegram_text import utf16_slice

_WIDTH = 64  # columns of a bubble, where there is room
_VISITOR = "You"
_PATIENCE = 20.0  # seconds for an answer that comes within one
_STYLES = {
    "bold": Style(bold=True),
    "italic": Style(italic=True),
    "code": Style(color="cyan"),
    "hashtag": Style(color="blue"),
    "bot_command": Style(color="blue"),
    "text_link": Style(color="blue", underline=True),
    "date_time": Style(dim=True),
}


class Screen:
    """Plays a visitor's private chat and draws it; what is not awaited is not drawn yet."""

    def __init__(self, out: Console, telegram: TelegramServer, pause: float) -> None:
        """Draw on `out`, giving people `pause` seconds to read each thing."""
        self._out = out
        self._telegram = telegram
        self._visitor = telegram.user(_VISITOR)
        self._chat = telegram.private(self._visitor)
        self._pause = pause
        self._drawn = 0
        self._before = 0  # Hark's messages when the visitor last did something

    async def tell(self, sentence: str) -> None:
        """Say what happens outside of the chat."""
        self._out.print(Text(f"▸ {sentence}", style="italic yellow"))
        self._out.print()
        await asyncio.sleep(self._pause)

    async def asks(self, words: str) -> Message:
        """Let the visitor write, and return Hark's answer. Raises TimeoutError."""
        self._before = len(self._chat.messages)
        await self._chat.says(self._visitor, words)
        await self.catch_up()
        return await self.answers()

    async def taps(self, label: str, message: Message) -> None:
        """Let the visitor tap a button, and show what Hark says at the top of the chat."""
        self._before = len(self._chat.messages)
        tap = await self._chat.taps(self._visitor, label, message)
        answer = await self._telegram.answered(tap, _PATIENCE)
        said = f" → {answer.text}" if answer.text else ""
        self._out.print(Align.right(Text(f"{_VISITOR} tap [{label}]{said}", style="green")))
        self._out.print()
        await self.catch_up()

    async def answers(self) -> Message:
        """Return Hark's first message since the visitor did something. Raises TimeoutError."""
        return await self.shows(lambda message: message in self._chat.messages[self._before :])

    async def shows(self, wanted: Callable[[Message], bool]) -> Message:
        """Draw until Hark has written what is `wanted`, and return it. Raises TimeoutError."""

        def found() -> list[Message]:
            return [message for message in self._chat.messages if wanted(message)]

        try:
            messages = await self._telegram.until(found, _PATIENCE)
        finally:
            await self.catch_up()
        return messages[0]

    async def catch_up(self) -> None:
        """Draw what has happened by now."""
        while self._drawn < len(self._chat.events):
            event = self._chat.events[self._drawn]
            self._drawn += 1
            self._out.print(self._bubble(event))
            await asyncio.sleep(self._pause)

    def _bubble(self, event: Event) -> RenderableType:
        message, version = event.message, event.version
        width = min(_WIDTH, self._out.width - 8)
        if event.kind == "deleted":
            return Text("(a message is gone)\n", style="dim")
        name = "Hark" if message.own else (message.sender.first_name if message.sender else "")
        title = f"{name}, changed" if event.kind == "edited" else name
        parts: list[RenderableType] = [styled(version), *_buttons(version.rows)]
        color = "cyan" if message.own else "green"
        panel = Panel(Group(*parts), title=title, title_align="left", border_style=color, width=width)
        placed = panel if message.own else Align.right(_narrow(panel, version, width))
        return Group(placed, Text())


def _narrow(panel: Panel, version: Version, width: int) -> Panel:
    """Return the panel as narrow as its one line allows."""
    line = Text(version.formatted.text)
    panel.width = min(width, max(line.cell_len, len(str(panel.title))) + 6)
    return panel


def _buttons(rows: Rows) -> list[Text]:
    return [
        Text("  ").join(Text(f" {button.label} ", style="reverse") for button in row) for row in rows if row
    ]


def styled(version: Version) -> Text:
    """Return the text of a message with the styles of its entities."""
    formatted = version.formatted
    text = Text(formatted.text)
    for entity in formatted.entities:
        style = _STYLES.get(entity.type)
        if style is not None:
            text.stylize(style, *_span(formatted.text, entity))
    return text


def _span(text: str, entity: Entity) -> tuple[int, int]:
    """Return where an entity stands in code points; Telegram counts UTF-16 units."""
    start = len(utf16_slice(text, 0, entity.offset))
    return start, start + len(utf16_slice(text, entity.offset, entity.length))
