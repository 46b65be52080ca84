"""Hark without a token: each alert in the terminal, as the chat would show it."""

from __future__ import annotations

from collections.abc import Callable

from rich.console import Console

from alerts.pace import Limits
from alerts.show import to_terminal
from commands import build
from commands.steps import add_steps, finish
from commands.stop import Stop
from matching.query import parse
from model import Chat, ChatKind, Message
from store import chats, deliveries, watches

CHAT = 0
"""The chat that stands for the terminal; Telegram gives nobody this id."""

_UNPACED = Limits(overall_per_second=1000, overall_burst=1000, chat_per_second=1000, chat_burst=1000)


class TerminalPost:
    """Shows messages in the terminal."""

    def __init__(self, out: Console, next_id: Callable[[], int]) -> None:
        """Print to `out`; `next_id` gives each message its id."""
        self._out = out
        self._next_id = next_id

    async def send(self, chat_id: int, thread_id: int | None, message: Message) -> int:
        """Print the message, whole and at once, and return an id."""
        self._out.print(to_terminal(message), end="\n\n", soft_wrap=True)
        self._out.file.flush()
        return self._next_id()

    async def edit(self, chat_id: int, message: Message) -> int:
        """Print the message as it stands now."""
        return await self.send(chat_id, None, message)


async def show_alerts(house: build.House, stop: Stop, out: Console) -> None:
    """Poll, match the configuration's watches and print each alert until `stop`."""
    post = TerminalPost(out, lambda: int(house.clock().timestamp() * 1e6))
    await _watch(house)
    sender = add_steps(house, post, _UNPACED, stop)
    house.engine.start()
    out.print(house.catalogue.text("en").plain("terminal-no-token"), soft_wrap=True, highlight=False)
    out.file.flush()
    try:
        await stop.wait()
    finally:
        await finish(sender)


async def _watch(house: build.House) -> None:
    """Make the terminal's watches those of the configuration."""
    now = house.clock()
    wanted = {str(parse(words)): words for words in house.settings.watches}
    async with house.database.begin() as conn:
        await chats.save(conn, Chat(CHAT, ChatKind.TERMINAL, "terminal"))
        await deliveries.resume_chat(conn, CHAT, now)
        known = {str(parse(each.query)): each.id for each in await watches.of_chat(conn, CHAT)}
        await watches.remove(conn, [number for query, number in known.items() if query not in wanted])
        for query, words in wanted.items():
            if query not in known:
                await watches.add(conn, CHAT, words, now)
