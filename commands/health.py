"""`health`: whether a Hark is alive on this database, for a container's health check."""

from __future__ import annotations

from datetime import datetime, timedelta

from rich.console import Console
from rich.text import Text

from commands import build
from config import Settings
from store import settings as facts
from store.database import Database

HEARTBEAT = "heartbeat"
STALE = timedelta(seconds=60)  # a running Hark beats every 10 s


async def health(settings: Settings, err: Console) -> int:
    """Return 0 when the running Hark said within a minute that it is alive, else 1 and a line on `err`."""
    trouble = await _trouble(settings)
    if trouble:
        err.print(Text(f"hark is not healthy: {trouble}"), soft_wrap=True)
    return 1 if trouble else 0


async def _trouble(settings: Settings) -> str:
    file = settings.database.sqlite_path
    if file is not None and not file.exists():  # opening it would make it
        return f"there is no database {file}"
    database = Database(settings.database.url.get_secret_value())
    try:
        async with database.read() as conn:
            beat = await facts.get(conn, HEARTBEAT)
    except Exception as error:  # whatever ails the store, a container gets one line and not a trace
        return f"database.url: {str(error).splitlines()[0]}"
    finally:
        await database.close()
    return _stale(beat, build.now())


def _stale(beat: str, now: datetime) -> str:
    """Return what is wrong with the time of the last heartbeat, "" when nothing is."""
    if not beat:
        return "Hark has never run on this database"
    silence = abs(now - datetime.fromisoformat(beat))
    return f"no heartbeat for {silence.total_seconds():.0f} s" if silence >= STALE else ""
