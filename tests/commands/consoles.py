"""What a command prints, kept to be looked at, and settings to run it with."""

from __future__ import annotations

from io import StringIO
from ipaddress import ip_network
from pathlib import Path

from pydantic import SecretStr
from rich.console import Console

from config import (
    DatabaseSettings,
    FeedSetting,
    PollingSettings,
    Settings,
    TelegramSettings,
    XSettings,
)

LOOPBACK = (ip_network("127.0.0.0/8"),)


class Terminal:
    """Two streams of a command; `out` and `err` are what was printed so far."""

    def __init__(self, width: int = 100, *, is_terminal: bool = False) -> None:
        self._out, self._err = StringIO(), StringIO()
        self.out_console = Console(file=self._out, width=width, force_terminal=is_terminal, no_color=True)
        self.err_console = Console(file=self._err, width=width, force_terminal=is_terminal, no_color=True)

    @property
    def out(self) -> str:
        """Return standard output."""
        return self._out.getvalue()

    @property
    def err(self) -> str:
        """Return standard error."""
        return self._err.getvalue()

    def row(self, of: str) -> str:
        """Return the one line of standard output that begins with `of`."""
        [line] = [line for line in self.out.splitlines() if line.startswith(of)]
        return line


def settings_of(
    folder: Path,
    *,
    feeds: tuple[FeedSetting, ...] = (),
    watches: tuple[str, ...] = (),
    telegram: TelegramSettings | None = None,
    x: XSettings | None = None,
    polling: PollingSettings | None = None,
) -> Settings:
    """Return a configuration with its database in `folder`, loopback allowed, nothing else set."""
    return Settings(
        feeds=feeds,
        watches=watches,
        telegram=telegram or TelegramSettings(),
        x=x or XSettings(accounts=()),
        polling=polling or PollingSettings(allow_networks=LOOPBACK),
        database=DatabaseSettings(url=SecretStr(f"sqlite:///{folder / 'hark.db'}")),
    )
