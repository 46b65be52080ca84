"""Writes transcripts anew from what Hark really says; a person reads the difference before it is kept.

    python -m tests.conversations.record            # all of them
    python -m tests.conversations.record en/beginning  # one

A new transcript is a file with the deeds alone.
"""

from __future__ import annotations

import asyncio
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from locales import Catalogue
from matching.aliases import Table
from tests.conversations.play import Play
from tests.conversations.stage import Shelf, Stage
from tests.guard.loopback import Guard

HERE = Path(__file__).parent


def record(file: Path, shelf: Shelf) -> bool:
    """Play one transcript and write down what came of it; returns whether that differs."""
    script = file.read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory() as folder:
        written = asyncio.run(_played(script, Path(folder), shelf))
    file.write_text(written, encoding="utf-8")
    return written != script


async def _played(script: str, folder: Path, shelf: Shelf) -> str:
    async with Stage.open(folder, shelf) as stage:
        play = Play(stage)
        return play.written(await play.plays(script))


def main(names: Sequence[str]) -> None:
    """Record the transcripts with these names, without names all."""
    Guard().install()  # whatever a transcript names, nothing is dialled beyond loopback
    shelf = Catalogue.load(), Table.load()
    for file in [HERE / f"{name}.txt" for name in names] or sorted(HERE.glob("*/*.txt")):
        changed = record(file, shelf)
        sys.stdout.write(f"{file.relative_to(HERE)}: {'changed' if changed else 'as before'}\n")


if __name__ == "__main__":
    main(sys.argv[1:])
