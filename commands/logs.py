"""The log: standard error, console or JSON lines, and never a secret."""

from __future__ import annotations

import logging
import sys
import warnings
from collections.abc import Sequence
from typing import Any

import structlog
from structlog.typing import EventDict, Processor, WrappedLogger

_LOUD = ("telegram", "tornado")  # they log with a traceback what we say in a line of our own


def configure(level: str, form: str, secrets: Sequence[str]) -> None:
    """Send Hark's log to standard error at `level`, as `console` or `json`, with every secret masked.

    What libraries say comes through the same way, from warnings on: httpx would print the token in its URLs.
    """
    shared: list[Processor] = [
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="%Y-%m-%d %H:%M:%S", utc=False),
    ]
    tail: list[Processor] = [_exceptions(form), Mask(secrets), _renderer(form)]
    structlog.configure(
        processors=[*shared, *tail],
        wrapper_class=structlog.make_filtering_bound_logger(level),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
        cache_logger_on_first_use=False,
    )
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=shared,
            processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, *tail],
        )
    )
    logging.basicConfig(handlers=[handler], level=logging.WARNING, force=True)
    # python-telegram-bot warns of its own RetryAfter, each time Telegram asks to wait
    warnings.filterwarnings("ignore", message=r"Deprecated since version v22\.2", category=UserWarning)
    for name in _LOUD:
        logging.getLogger(name).setLevel(logging.CRITICAL)


def _exceptions(form: str) -> Processor:
    return (
        structlog.processors.format_exc_info if form == "json" else structlog.processors.ExceptionRenderer()
    )


def _renderer(form: str) -> Processor:
    if form == "json":
        return structlog.processors.JSONRenderer(ensure_ascii=False, default=str)
    return structlog.dev.ConsoleRenderer(colors=sys.stderr.isatty(), sort_keys=False)


class Mask:
    """Replaces secrets in whatever is about to be logged."""

    def __init__(self, secrets: Sequence[str]) -> None:
        """Mask these; empty ones and very short ones (they would mask words) are left out."""
        self._secrets = tuple(sorted((each for each in secrets if len(each) >= 6), key=len, reverse=True))

    def __call__(self, _logger: WrappedLogger, _name: str, event: EventDict) -> EventDict:
        """Return the event with every secret as ***."""
        return {key: self._masked(value) for key, value in event.items()}

    def _masked(self, value: Any) -> Any:
        if isinstance(value, bool | int | float | None):
            return value
        text = str(value)
        for secret in self._secrets:
            text = text.replace(secret, "***")
        return text
