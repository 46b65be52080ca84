"""Why a source cannot be read, in words for the operator at the command line."""

from __future__ import annotations

from commands.given import is_web
from handlers.words import reason
from locales import Text
from model import Failure, FailureReason, Source, SourceKind


def failure(what: Failure, source: Source, text: Text) -> str:
    """Return why a poll of `source` failed, in words, without anything that the far end said."""
    is_path = source.kind is SourceKind.FEED and not is_web(source.address)
    if is_path and what.reason is FailureReason.UNREACHABLE:
        return "no file that can be read, and no address: that begins with https://"
    words = reason(text, what)
    if what.retry_after is not None:
        words += f"; it may be asked again in {text.duration(what.retry_after)}"
    return words
