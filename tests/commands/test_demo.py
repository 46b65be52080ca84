"""`demo` shows the real Hark to a visitor who has neither network nor token."""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path

from commands.demo import demo
from tests.commands.consoles import Terminal

BOT = Path(__file__).resolve().parents[2] / "bot.py"


def _files(folder: Path) -> list[str]:
    return [str(path.relative_to(folder)) for path in folder.rglob("*")]


async def test_a_visitor_sees_hark_at_work() -> None:
    """Greeting, watches, alerts, a list and a status are drawn in the order of a first half minute."""
    terminal = Terminal()

    code = await demo(terminal.out_console, fast=True)

    assert code == 0
    story = [
        "│ /start",
        "You tap [Try: #赵长鹏]",
        "You tap [▶️ Start]",
        "│ /watch SamAltman",
        "Morning Chain publishes: Sam Altman opens a small bookshop",
        "│ Sam Altman opens a small bookshop",
        "Corriere dell'IA publishes: Sam Altman opens a small bookshop",
        "no second alert",
        "│ 趙長鵬在新加坡談學校與教育",
        "│ /list",
        "You tap [Mute 24 h]",
        "│ /status",
        "@BotFather",
    ]
    told = terminal.out
    for scene in story:
        assert scene in told
        told = told[told.index(scene) :]


async def test_what_is_old_repeated_or_muted_is_no_alert() -> None:
    """Of all that the demo's feeds hold, exactly two entries become an alert."""
    terminal = Terminal()

    await demo(terminal.out_console, fast=True)

    assert terminal.out.count("⋯") == 2
    assert "│ Sam Altman sat down" not in terminal.out
    assert "│ Sam Altman visita Roma" not in terminal.out


async def test_the_command_needs_no_configuration(tmp_path: Path, child_environment: dict[str, str]) -> None:
    """In an empty folder, behind a proxy that leads nowhere, the demo runs and leaves nothing behind."""
    nowhere = "http://127.0.0.1:9"
    environment = child_environment | {"http_proxy": nowhere, "https_proxy": nowhere, "TMPDIR": str(tmp_path)}
    folder = tmp_path / "empty"
    folder.mkdir()

    process = await asyncio.create_subprocess_exec(
        *(sys.executable, str(BOT), "demo", "--fast"),
        cwd=folder,
        env=environment,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    out, err = await process.communicate()

    assert process.returncode == 0, out.decode() + err.decode()
    assert err == b""
    assert "That was the real Hark" in out.decode()
    assert _files(tmp_path) == ["empty"]
