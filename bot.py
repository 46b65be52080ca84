"""The front door: the command line of Hark. Everything else is built and started from here.

A command's module is imported when the command is asked for: each costs memory that others do without.
"""

from __future__ import annotations

import signal
import sys

if __name__ == "__main__":
    # Whoever stops Hark while it still imports what follows has stopped it in good order too.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))

import asyncio
from collections.abc import Coroutine
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console

from commands import logs
from commands.start import load_settings
from commands.stop import Stop
from config import Settings
from errors import ConfigError, HarkError

Feeds = Annotated[list[str] | None, typer.Option("--feed", help="URL or file; default: the configured ones.")]
Queries = Annotated[list[str] | None, typer.Option("--watch", help="A query; default: those of the file.")]


def _app() -> typer.Typer:
    """Return the command line."""
    app = typer.Typer(add_completion=False, no_args_is_help=False, pretty_exceptions_enable=False)

    @app.callback(invoke_without_command=True)
    def main(
        context: typer.Context,
        config: Annotated[Path | None, typer.Option(help="The configuration file.")] = None,
    ) -> None:
        """Hark tells you in Telegram the moment something you care about is said."""
        context.obj = config
        if context.invoked_subcommand not in (None, "run"):
            signal.signal(signal.SIGTERM, signal.SIG_DFL)  # what was not finished has failed
        if context.invoked_subcommand is None:
            run(context)

    @app.command()
    def run(context: typer.Context) -> None:
        """Run the bot; without a token, show alerts in the terminal."""
        _leave(_run(_settings(context.obj)))

    @app.command()
    def check(context: typer.Context) -> None:
        """Try configuration, database, token, X and every source; exit 1 when something does not work."""
        from commands.check import check as try_everything

        _leave(try_everything(_settings(context.obj), Console(), Console(stderr=True)))

    @app.command()
    def preview(
        context: typer.Context,
        watch: Queries = None,
        feed: Feeds = None,
        as_json: Annotated[bool, typer.Option("--json", help="One JSON object a line.")] = False,
    ) -> None:
        """Poll once and print what would be alerted, and why; nothing is sent or stored."""
        from commands.preview import preview as poll_once

        settings = _settings(context.obj)
        _leave(poll_once(settings, watch or [], feed or [], as_json, Console(), Console(stderr=True)))

    @app.command()
    def demo(fast: Annotated[bool, typer.Option(help="Without pauses for reading.")] = False) -> None:
        """See Hark at work, without network or token."""
        from commands.demo import demo as show

        logs.configure("error", "console", ())
        _leave(show(Console(), fast=fast))

    @app.command(hidden=True)
    def health(context: typer.Context) -> None:
        """Exit 0 when a Hark runs on this configuration's database and is alive."""
        from commands.health import health as look

        _leave(look(_settings(context.obj), Console(stderr=True)))

    _add_match(app)
    return app


def _add_match(app: typer.Typer) -> None:
    """Add the command that tries queries; what begins with "-" and is no option belongs to the query."""

    @app.command(context_settings={"ignore_unknown_options": True})
    def match(
        query: Annotated[list[str] | None, typer.Argument(help="What to look for, as in /watch.")] = None,
        text: Annotated[str | None, typer.Option(help="Look in this text.")] = None,
        file: Annotated[Path | None, typer.Option(help="Look in these items: a JSON object a line.")] = None,
        queries: Annotated[Path | None, typer.Option(help="Many queries: a JSON object a line.")] = None,
    ) -> None:
        """Tell whether QUERY hits a text or items, and why, as lines of JSON; exit 2 when it is refused."""
        from commands.match import Given
        from commands.match import match as look

        given = Given(" ".join(query or ()), queries, text, file)
        raise typer.Exit(look(given, datetime.now(UTC), sys.stdout, sys.stderr))


def _settings(path: Path | None) -> Settings:
    try:
        return load_settings(path)
    except ConfigError as error:
        for problem in error.problems:
            typer.echo(problem, err=True)
        raise typer.Exit(1) from error


async def _run(settings: Settings) -> int:
    stop = Stop()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stop)
    from commands.run import run

    return await run(settings, stop, Console(soft_wrap=True))


def _leave(work: Coroutine[Any, Any, int]) -> None:
    """Run `work` and leave with its exit code; what Hark reports is one line, never a stack trace."""
    try:
        code = asyncio.run(work)
    except HarkError as error:
        typer.echo(f"hark: {error}", err=True)
        code = 1
    raise typer.Exit(code)


if __name__ == "__main__":
    _app()()
