"""Real items marked by hand: which of the queries of `QUERIES` each is meant by, and which not.

`marks.tsv` holds no text of the items, only how to find them: the file in the folder of real feeds, a digest
of guid, address and title, the query and the mark. The folder lies beside the repository, or nowhere.
"""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from feeds.rss import parse
from model import Document, Entry

FEEDS = Path(__file__).resolve().parents[2] / "shared" / "feeds"
_MARKS = Path(__file__).parent / "marks.tsv"

QUERIES = {
    "zhao": "赵长鹏",
    "binance": "幣安",
    "bitcoin": "#比特币",
    "doge": "狗狗幣",
    "eth-btc": "以太坊 -比特币",
    "trump-zh": "特朗普",
    "putin-zel": "Putin OR Zelensky",
    "trump-putin": "Trump near/10 Putin",
    "sam": "SamAltman",
    "mac": "mac",
    "ai": "AI",
    "openai": "OpenAI",
    "claude-code": '"Claude Code"',
    "rl": '"reinforcement learning"',
    "ml": '"machine learning" OR "deep learning"',
    "iphone": "iPhone -iPad",
    "tesla-musk": "特斯拉 马斯克",
    "cpp": "C++",
    "who": "=WHO",
    "climate": '"climate change"',
    "ukraine": "Ukraine -war",
    "us": "=US",
    "trump-utah": "Trump -Utah",
    "roma": "Roma (freddo OR gelo OR ghiaccio)",
    "tokyo": "東京",
    "blog-ja": "ブログ",
    "weather-ja": "天気",
    "server-ko": "서버",
    "moscow": "Москв*",
    "kidney-th": "โรคไต",
    "egypt-ar": "مصر",
    "quran-ar": "القرآن",
    "linux-he": "לינוקס",
    "ki": '"künstliche Intelligenz" OR KI',
    "hf": "HuggingFace",
    "gpt4": "GPT-4",
    "etf": "ETF",
    "eac": '"Easy Anti-Cheat" -BattlEye',
    "tencent-xiaomi": "腾讯 OR 小米",
    "hongkong": "香港",
    "robot": "机器人 -OpenAI",
    "fed-zh": "美联储",
    "apple": "Apple",
    "tag-linux": "tag:linux",
    "cashtag": "$BTC OR $ETH",
    "accents": "rarissimas OR bolsonaro",
}
"""What was typed, by the id that `marks.tsv` uses."""


@dataclass(frozen=True, slots=True)
class Marked:
    """An item and what was judged by reading it: query ids with whether the item is a hit."""

    name: str  # the file and the digest
    entry: Entry
    marks: dict[str, bool]


class NotThere(Exception):
    """The real feeds are not there, or are others than those that were marked."""


def digest(entry: Entry) -> str:
    """Return what names an entry inside its file."""
    return sha256("\0".join((entry.guid, entry.url, entry.title)).encode()).hexdigest()[:12]


def marked() -> list[Marked]:
    """Return every marked item; NotThere says what is missing."""
    if not FEEDS.is_dir():
        raise NotThere(f"no folder {FEEDS.parent.name}/{FEEDS.name} beside the repository")
    marks = _marks()
    found = [
        Marked(f"{file}:{key}", entry, marks[file].pop(key))
        for file in marks
        for key, entry in _entries(FEEDS / file)
        if key in marks[file]
    ]
    if lost := [f"{file}:{key}" for file, rest in marks.items() for key in rest]:
        raise NotThere(f"{len(lost)} marked items are not in the feeds, the first is {lost[0]}")
    return found


def _marks() -> dict[str, dict[str, dict[str, bool]]]:
    """Return the marks by file, digest and query id."""
    marks: dict[str, dict[str, dict[str, bool]]] = {}
    with _MARKS.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            marks.setdefault(row["file"], {}).setdefault(row["item"], {})[row["query"]] = row["mark"] == "hit"
    return marks


def _entries(path: Path) -> Iterator[tuple[str, Entry]]:
    """Yield the entries of a feed that only one digest names."""
    document = parse(path.read_bytes(), "", "") if path.is_file() else None
    if not isinstance(document, Document):
        return
    named = [(digest(entry), entry) for _, entry in document.entries]
    often = Counter(key for key, _ in named)
    yield from ((key, entry) for key, entry in named if often[key] == 1)
