"""How Hark names itself to the sites that it asks: who, where to find out more, and for how many people."""

from __future__ import annotations

import re
from dataclasses import dataclass

_NOT_IN_A_HEADER = re.compile(r"[^!-~]|[()]")


@dataclass(slots=True)
class Badge:
    """The name of this Hark; its address may become known later, when Telegram has said it."""

    name: str
    address: str = ""  # a page about this Hark, or the bot itself

    def agent(self, subscribers: int = 0) -> str:
        """Return the User-Agent of a request on behalf of so many chats; 0: nobody counted them."""
        address = _NOT_IN_A_HEADER.sub("", self.address)
        about = [f"+{address}"] if address else []
        about += ["a bot that alerts its readers"]
        about += [f"{subscribers} subscriber{'' if subscribers == 1 else 's'}"] if subscribers else []
        return f"{self.name} ({'; '.join(about)})"
