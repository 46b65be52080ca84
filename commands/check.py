"""`check`: tries everything that the configuration names, and says what works and what does not."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from time import monotonic

from rich.console import Console
from rich.table import Table
from rich.text import Text

from commands import build, troubles
from commands.build import Readers
from commands.reading import Gauge, Read, configured, gauge, jobs, read_all, shown
from config import Settings
from errors import SendFailed, StoreError, TokenRefused
from feeds.addresses import printable
from handlers.whoami import who_am_i
from locales import Catalogue
from locales import Text as Messages
from model import Document, Failure, FailureReason, Source, SourceKind
from store.database import Database

_WIDE = 100_000  # columns of a table that is not for a window: an address must not break


class State(StrEnum):
    """How a thing stands."""

    WORKS = "works"
    NOT_SET = "not set"  # no mistake: Hark runs without it
    NOT_TRIED = "not tried"  # because of something else that fails
    FAILS = "FAILS"


_STYLES = {State.WORKS: "green", State.NOT_SET: "dim", State.NOT_TRIED: "dim", State.FAILS: "bold red"}


@dataclass(frozen=True, slots=True)
class Finding:
    """A row of the table."""

    what: str
    state: State
    note: str = ""
    entries: int | None = None
    newest: datetime | None = None
    seconds: float | None = None


async def check(settings: Settings, out: Console, err: Console) -> int:
    """Try database, token, X credentials and every source, and print what works on `out`.

    Returns 1 when something does not work. The database is opened without the lock of a running Hark, which
    goes on undisturbed; nothing is sent, and nothing but an up-to-date schema is stored.
    """
    text = Catalogue.load().text("en")
    async with build.readers(settings, build.now) as readers:
        sources = configured(settings)
        with gauge(err, "trying", 3 + len(sources)) as progress:
            first = await asyncio.gather(
                _counted(_database(settings), progress),
                _counted(_telegram(settings), progress),
                _counted(_x(settings, readers, text), progress),
            )
            tried = await _sources(_worth_trying(sources, first[2]), readers, progress)
    findings = [*first, *(_finding(source, tried.get(source.id), text) for source in sources)]
    wide = out if out.is_terminal else Console(file=out.file, width=_WIDE)
    wide.print(_table(findings, notes_beside=not out.is_terminal))
    failing = [each for each in findings if each.state is State.FAILS]
    verdict = f"{len(failing)} of {len(findings)} do not work" if failing else "everything works"
    out.print(verdict, highlight=False)
    return 1 if failing else 0


async def _counted(work: Awaitable[Finding], progress: Gauge) -> Finding:
    finding = await work
    progress.advance()
    return finding


async def _timed(what: str, work: Callable[[], Awaitable[tuple[State, str]]]) -> Finding:
    began = monotonic()
    state, note = await work()
    return Finding(what, state, note, seconds=monotonic() - began)


async def _database(settings: Settings) -> Finding:
    async def work() -> tuple[State, str]:
        database = Database(settings.database.url.get_secret_value())
        try:
            await database.open()
        except StoreError as error:
            return State.FAILS, f"database.url: {error}"
        finally:
            await database.close()
        return State.WORKS, ""

    return await _timed(f"database {settings.database.printable}", work)


async def _telegram(settings: Settings) -> Finding:
    telegram = settings.telegram
    token = telegram.token.get_secret_value()
    if not token:
        return Finding("Telegram", State.NOT_SET, "telegram.token: alerts appear in the terminal")

    async def work() -> tuple[State, str]:
        try:
            name = await who_am_i(token, telegram.base_url, settings.polling.timeout)
        except TokenRefused as error:
            return State.FAILS, f"telegram.token: {error}"
        except SendFailed as error:
            return State.FAILS, f"{error} at telegram.base_url"
        return State.WORKS, f"@{name}"

    return await _timed(f"Telegram {printable(telegram.base_url)}", work)


async def _x(settings: Settings, readers: Readers, text: Messages) -> Finding:
    reader, accounts = readers.x, settings.x.accounts
    if reader is None:
        unread = ", ".join(f"@{account}" for account in accounts)
        note = f"x.bearer_token: nobody reads {unread}" if accounts else "x.bearer_token"
        return Finding("X", State.NOT_SET, note)

    async def work() -> tuple[State, str]:
        failure = await reader.check()
        return (State.WORKS, "") if failure is None else (State.FAILS, _x_trouble(failure, text))

    return await _timed(f"X {printable(settings.x.base_url)}", work)


def _x_trouble(failure: Failure, text: Messages) -> str:
    words = troubles.failure(failure, Source(0, SourceKind.X, "", "", shared=True), text)
    return f"x.bearer_token: {words}" if failure.reason is FailureReason.X_CREDENTIALS else words


def _worth_trying(sources: list[Source], x: Finding) -> list[Source]:
    """Return the sources without the X accounts when X itself does not work: each request may cost."""
    return [each for each in sources if each.kind is SourceKind.FEED or x.state is State.WORKS]


async def _sources(sources: list[Source], readers: Readers, progress: Gauge) -> dict[int, Read]:
    """Return what each source said, by its id."""
    found: dict[int, Read] = {}

    def tell(read: Read) -> None:
        found[read.source.id] = read
        progress.advance()

    await read_all(jobs(sources, readers), tell)
    return found


def _finding(source: Source, read: Read | None, text: Messages) -> Finding:
    what = f"X {source.name}" if source.kind is SourceKind.X else shown(source)
    if read is None:
        return Finding(what, State.NOT_TRIED)
    if isinstance(read.outcome, Failure):
        note = troubles.failure(read.outcome, source, text)
        return Finding(what, State.FAILS, note, seconds=read.seconds)
    entries = [entry for _, entry in read.outcome.entries] if isinstance(read.outcome, Document) else []
    newest = max((entry.published for entry in entries if entry.published is not None), default=None)
    return Finding(what, State.WORKS, "", len(entries), newest, read.seconds)


def _table(findings: list[Finding], *, notes_beside: bool) -> Table:
    """Return the findings, each with its note beside it (a line each) or below it (for a narrow window)."""
    table = Table(box=None, header_style="bold", pad_edge=False)
    for name in ("what", "state", "entries", "newest", "time", ""):
        table.add_column(name, justify="right" if name in ("entries", "time") else "left", overflow="fold")
    for each in findings:
        table.add_row(
            Text(each.what),
            Text(each.state, style=_STYLES[each.state]),
            "" if each.entries is None else str(each.entries),
            "" if each.newest is None else f"{each.newest.astimezone(UTC):%Y-%m-%d %H:%M}",
            "" if each.seconds is None else f"{each.seconds:.1f} s",
            Text(each.note if notes_beside else ""),
        )
        if each.note and not notes_beside:
            table.add_row(Text(f"  {each.note}", style="dim"))
    return table
