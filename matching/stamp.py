"""The stamp of anchors: kept ones are good as long as all that they were made with is the same."""

from __future__ import annotations

import unicodedata
from functools import cache
from hashlib import blake2b
from importlib.metadata import version
from pathlib import Path

_FOLDER = Path(__file__).parent
# All that `waits` imports, however far; a test follows it.
MADE_WITH = (
    *("anchors", "choice", "cuttings", "fields", "keys", "literals", "look", "names"),
    *("plan", "quick", "reading", "regexes", "scripts", "sketches", "spelling", "terms"),
    *("tree", "waits"),
)


@cache
def stamp(named: bool) -> str:
    """Return a short text that changes with the code that makes keys, the names and the libraries."""
    digest = blake2b(digest_size=6)
    for part in (unicodedata.unidata_version, version("opencc"), str(named)):
        digest.update(part.encode())
    files = [_FOLDER.parent / "text.py", *(_FOLDER / f"{name}.py" for name in MADE_WITH)]
    for file in (*files, *sorted((_FOLDER / "aliases").glob("*.[py]*"))):
        if file.is_file():
            digest.update(file.read_bytes())
    return digest.hexdigest()
