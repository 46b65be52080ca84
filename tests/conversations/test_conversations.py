"""Every transcript of this folder, played over python-telegram-bot and a loopback Telegram."""

from __future__ import annotations

import difflib
import logging
from collections.abc import Sequence
from pathlib import Path

import pytest
from structlog.testing import capture_logs
from structlog.typing import EventDict

from tests.conversations.play import Play
from tests.conversations.script import read
from tests.conversations.stage import Shelf, Stage

HERE = Path(__file__).parent
SCRIPTS = sorted(f"{path.parent.name}/{path.stem}" for path in HERE.glob("*/*.txt"))
_FOR_OPERATORS = (
    "X: the credits, or what may be spent, are used up: see https://console.x.com; everything but X goes on",
)
_RECORD = "If this is what Hark shall say: .venv/bin/python -m tests.conversations.record"


@pytest.mark.parametrize("name", SCRIPTS)
async def test_hark_says_what_the_transcript_says(
    name: str, stage_folder: Path, shelf: Shelf, caplog: pytest.LogCaptureFixture
) -> None:
    """Whoever does what the transcript says gets the answers that it says, no more and no less."""
    script = (HERE / f"{name}.txt").read_text(encoding="utf-8")

    with capture_logs() as logs:
        async with Stage.open(stage_folder, shelf) as stage:
            play = Play(stage)
            written = play.written(await play.plays(script))

    assert stage.violations() == []
    assert defects(logs, caplog.records) == []
    if written != script:
        pytest.fail(
            f"{_difference(script, written, name)}\n{_RECORD} {name.partition('/')[2]}", pytrace=False
        )


@pytest.mark.parametrize("name", [each for each in SCRIPTS if not each.startswith("en/")])
def test_people_do_the_same_in_every_language(name: str) -> None:
    """A transcript in another language is the English one, said and tapped by people who read that one."""
    language, _, stem = name.partition("/")
    english, other = (
        read((HERE / each / f"{stem}.txt").read_text(encoding="utf-8")) for each in ("en", language)
    )

    assert len(other) == len(english) + 1, _RECORD  # which says what everybody speaks


def defects(logs: Sequence[EventDict], records: Sequence[logging.LogRecord]) -> list[str]:
    """Return what a log says that is no news for an operator, but an error of Hark's."""
    ours = [str(each) for each in logs if each["log_level"] in ("error", "critical")]
    # telegram's own logger is switched off in commands/logs.py: Hark says the same in a line of its own
    theirs = [
        each for each in records if each.levelno >= logging.ERROR and not each.name.startswith("telegram")
    ]
    return [
        *(each for each in ours if not any(meant in each for meant in _FOR_OPERATORS)),
        *(each.getMessage() for each in theirs),
    ]


def _difference(script: str, written: str, name: str) -> str:
    lines = difflib.unified_diff(
        script.splitlines(), written.splitlines(), f"{name}.txt", "what Hark says", lineterm="", n=4
    )
    return "\n" + "\n".join(lines)
