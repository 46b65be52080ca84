"""The real Hark as a child process, `python bot.py --config FILE`, with its outputs kept and watched.

    hark = Hark(folder, environment, config, telegram)
    await hark.start()
    await hark.ready()
    await hark.kill()
    await hark.start()

The folder holds `config.yaml`; the process runs in its empty subfolder `elsewhere`.
"""

# ruff: noqa: ASYNC109 - a test names its patience in the call; the wait itself is asyncio.timeout

from __future__ import annotations

import asyncio
import json
import sys
import time
from collections.abc import Coroutine, Mapping
from pathlib import Path
from typing import Any, TypeVar

from tests.servers.feeds import Feed
from tests.servers.telegram import TelegramServer

T = TypeVar("T")
Config = Mapping[str, object]

BOT = Path(__file__).resolve().parents[2] / "bot.py"
FAST = {"interval": "1s", "min_interval": "1s", "max_interval": "1s", "allow_networks": ["127.0.0.0/8"]}
ENDS_WITHIN = 10.0  # seconds from SIGTERM to the end


class Died(AssertionError):
    """Hark ended while something else was waited for."""


class Hark:
    """One configuration and the processes that ran with it, one after the other."""

    def __init__(
        self,
        folder: Path,
        environment: Mapping[str, str],
        config: Config | str,
        telegram: TelegramServer | None = None,
    ) -> None:
        """Write the configuration; nothing runs before `start`."""
        self.folder = folder
        self.environment = {name: value for name, value in environment.items() if name != "PYTHONUNBUFFERED"}
        self.out: list[str] = []  # lines of standard output, of all runs
        self.err: list[str] = []  # lines of standard error, of all runs
        self._telegram = telegram
        self._process: asyncio.subprocess.Process | None = None
        self._readers: list[asyncio.Task[None]] = []
        self._said = asyncio.Event()
        self._polls = 0  # getUpdates before this start
        self.elsewhere.mkdir(parents=True, exist_ok=True)
        self.configure(config)

    @property
    def elsewhere(self) -> Path:
        """Return the folder that the process runs in."""
        return self.folder / "elsewhere"

    @property
    def said(self) -> str:
        """Return both outputs, for a person who looks at a failure."""
        return "\n".join(["--- standard output", *self.out, "--- standard error", *self.err])

    @property
    def running(self) -> bool:
        """Whether a process is alive."""
        return self._process is not None and self._process.returncode is None

    @property
    def pid(self) -> int:
        """Return the process' id."""
        assert self._process is not None
        return self._process.pid

    def configure(self, config: Config | str) -> None:
        """Write what the next start reads: a text as it is, else one section a line."""
        text = config if isinstance(config, str) else _yaml(config)
        (self.folder / "config.yaml").write_text(text, encoding="utf-8")

    async def start(self, *arguments: str) -> None:
        """Start the process; it is not ready yet."""
        assert not self.running, "it runs already"
        self._polls = len(self._telegram.calls("getUpdates")) if self._telegram else 0
        pipe = asyncio.subprocess.PIPE
        self._process = await asyncio.create_subprocess_exec(
            *(sys.executable, str(BOT), "--config", str(self.folder / "config.yaml"), *arguments),
            cwd=self.elsewhere,
            env=self.environment,
            stdin=asyncio.subprocess.DEVNULL,
            stdout=pipe,
            stderr=pipe,
        )
        streams = ((self._process.stdout, self.out), (self._process.stderr, self.err))
        self._readers = [
            asyncio.create_task(self._read(stream, lines)) for stream, lines in streams if stream
        ]

    async def ready(self, timeout: float = 30) -> None:
        """Wait until it asks Telegram for updates."""
        telegram, before = self._telegram, self._polls
        assert telegram is not None
        await self.alive(telegram.until(lambda: len(telegram.calls("getUpdates")) > before, timeout))

    async def alive(self, wanted: Coroutine[Any, Any, T], timeout: float = 30) -> T:
        """Return what `wanted` returns; raise Died with all that was said when the process ends first."""
        assert self._process is not None
        waiting, end = asyncio.create_task(wanted), asyncio.create_task(self._process.wait())
        try:
            await asyncio.wait({waiting, end}, timeout=timeout, return_when=asyncio.FIRST_COMPLETED)
            if not waiting.done() and not end.done():
                raise TimeoutError(f"not within {timeout:g} s\n{self.said}")
            if not waiting.done():
                await asyncio.wait(self._readers)
                raise Died(f"exit {end.result()}\n{self.said}")
            return waiting.result()
        finally:
            waiting.cancel()
            end.cancel()
            await asyncio.gather(waiting, end, return_exceptions=True)

    async def polls(self, *feeds: Feed, times: int = 2) -> None:
        """Wait until each of these feeds has been asked so often; after twice the first answer is stored."""

        async def all_asked() -> None:
            await asyncio.gather(*(feed.asked(times) for feed in feeds))

        await self.alive(all_asked())

    async def prints(self, text: str, timeout: float = 20) -> str:
        """Return the first line of standard output with `text`, as soon as there is one."""
        return await self.alive(self._line(self.out, text, timeout))

    async def logs(self, text: str, timeout: float = 20) -> str:
        """Return the first line of standard error with `text`, as soon as there is one."""
        return await self.alive(self._line(self.err, text, timeout))

    async def lives(self, seconds: float) -> bool:
        """Let it run for so long; return whether it is still alive."""
        assert self._process is not None
        try:
            async with asyncio.timeout(seconds):
                await self._process.wait()
        except TimeoutError:
            return True
        return False

    async def ends(self, timeout: float = 30) -> int:
        """Return the exit code as soon as it has ended by itself."""
        assert self._process is not None
        try:
            async with asyncio.timeout(timeout):
                await self._process.wait()
        except TimeoutError:
            raise TimeoutError(f"still running after {timeout:g} s\n{self.said}") from None
        await asyncio.gather(*self._readers)
        return self._process.returncode or 0

    async def kill(self) -> None:
        """Kill it (SIGKILL)."""
        assert self._process is not None
        self._process.kill()
        await self.ends()

    async def dies(self) -> tuple[float, float]:
        """Kill it and start it again; return until when what it had sent may be received: from, to."""
        killed = now()
        await self.kill()
        await self.start()
        return killed, now()

    async def terminate(self) -> int:
        """Tell it to end (SIGTERM) and return its exit code; raise TimeoutError when it takes too long."""
        assert self._process is not None
        self._process.terminate()
        return await self.ends(ENDS_WITHIN)

    async def restart(self) -> None:
        """Tell it to end, start it again and wait until it is ready."""
        assert await self.terminate() == 0, self.said
        await self.start()
        await self.ready()

    async def close(self) -> None:
        """Kill what still runs; whoever wants an orderly end has asked for it before."""
        if self.running:
            await self.kill()

    async def _read(self, stream: asyncio.StreamReader, lines: list[str]) -> None:
        while line := await stream.readline():
            lines.append(line.decode("utf-8").rstrip("\n"))
            self._said.set()

    async def _line(self, lines: list[str], text: str, timeout: float) -> str:
        try:
            async with asyncio.timeout(timeout):
                while True:
                    for line in lines:
                        if text in line:
                            return line
                    self._said.clear()
                    await self._said.wait()
        except TimeoutError:
            raise TimeoutError(f"no line with {text!r} within {timeout:g} s\n{self.said}") from None


def _yaml(config: Config) -> str:
    """Write one section a line: JSON is YAML."""
    return "".join(f"{name}: {json.dumps(value, ensure_ascii=False)}\n" for name, value in config.items())


def now() -> float:
    """Return the seconds of the clock that the loopback servers stamp what they see with."""
    return time.monotonic()
