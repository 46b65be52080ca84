"""What every command does first: read the configuration and set up the log."""

from __future__ import annotations

from pathlib import Path

from commands import logs, query_words
from config import Settings, load_here
from errors import QueryError
from matching.query import parse


def load_settings(path: Path | None) -> Settings:
    """Return the configuration and send the log where it says. Raises ConfigError with every mistake."""
    settings = load_here(path, judge_watch)
    secrets = (
        settings.telegram.token,
        settings.telegram.webhook.secret,
        settings.x.bearer_token,
    )
    logs.configure(settings.log.level, settings.log.format, [each.get_secret_value() for each in secrets])
    return settings


def judge_watch(words: str) -> str:
    """Return what is wrong with a watch, "" when it is fine."""
    try:
        parse(words)
    except QueryError as error:
        return query_words.line(error)
    return ""
