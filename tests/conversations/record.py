"""Writes transcripts, and what is made of them, anew from what Hark really says.

    python -m tests.conversations.record              # all of them, in every language
    python -m tests.conversations.record beginning    # one, in every language that it is there in
    python -m tests.conversations.record it/beginning # one in English and in this language, perhaps a new one

A person reads the difference before it is kept. A new transcript is a file in `en/` with the deeds alone. The
other languages follow from the English deeds.
"""

from __future__ import annotations

import asyncio
import logging
import sys
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path

from structlog.testing import capture_logs

from tests import loaded
from tests.conversations import book, pictures
from tests.conversations.players import ScriptError
from tests.conversations.stage import Shelf
from tests.conversations.translate import told_in
from tests.guard.loopback import Guard

HERE = Path(__file__).parent
ENGLISH = HERE / "en"


def recorded(name: str, languages: Sequence[str], shelf: Shelf) -> list[str]:
    """Play one transcript and write down what came of it; return the files that differ.

    Raises ScriptError.
    """
    script = (ENGLISH / f"{name}.txt").read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory() as folder:
        texts = asyncio.run(_all(name, languages, script, Path(folder), shelf))
    return [str(file.relative_to(HERE)) for file, text in texts.items() if _written(file, text)]


async def _all(
    name: str, languages: Sequence[str], script: str, folder: Path, shelf: Shelf
) -> dict[Path, str]:
    told = told_in(languages, script, folder, shelf)
    return {HERE / language / f"{name}.txt": text async for language, text in told}


def _written(file: Path, text: str) -> bool:
    if file.exists() and file.read_text(encoding="utf-8") == text:
        return False
    file.parent.mkdir(exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return True


def _languages(name: str) -> list[str]:
    others = sorted(file.parent.name for file in HERE.glob(f"*/{name}.txt") if file.parent != ENGLISH)
    return ["en", *others]


def _wanted(names: Sequence[str]) -> Iterable[tuple[str, list[str]]]:
    for each in names or sorted(file.stem for file in ENGLISH.glob("*.txt")):
        language, _, name = each.rpartition("/")
        yield name, ["en", language] if language not in ("", "en") else _languages(name)


def main(names: Sequence[str]) -> int:
    """Record the transcripts with these names, without names all; returns how many cannot be played."""
    Guard().install()  # whatever a transcript names, nothing is dialled beyond loopback
    logging.disable()
    shelf = loaded.catalogue(), loaded.table()
    failed = 0
    with capture_logs():
        for name, languages in _wanted(names):
            try:
                said = ", ".join(recorded(name, languages, shelf)) or "as before"
            except ScriptError as error:
                failed, said = failed + 1, f"cannot be played: {error}"
            sys.stdout.write(f"{name}: {said}\n")
    book.main()
    pictures.main()
    return failed


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
