"""News and watches for the bench of matching: the same for one seed, drawn from real text where it lies.

Sentences come from the feeds of `../shared/feeds`, English and Chinese; elsewhere they are made of invented
words whose frequencies follow Zipf's law. Most watches are drawn from the same sentences, each word as often
as it stands there, but for words in more than one text of 200: who watches for "the" stops soon. Two of five
are of the long tail, names that nothing in the texts says: real words and characters put together by chance.
"""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path
from random import Random

from feeds.rss import parse
from model import Document, Entry
from text import fold_key

FEEDS = Path(__file__).resolve().parent.parent.parent / "shared" / "feeds"
SEED = 20261125
_LENGTH = 600  # code points of a text, about
_TITLE = 90
_EVERYWHERE = 0.005  # of the texts: a word that stands in more is nobody's watch
_SENTENCE = re.compile(r"(?<=[.!?])\s+|(?<=[。！？])|\n+")
_WORD = re.compile(r"(?<![\w@./:#&-])[A-Za-z][A-Za-z0-9]+(?![\w@/:&-])")
_HAN = re.compile(r"[\u4e00-\u9fff]{2,}")
_MIX = {  # of 1,000 watches
    "word": 180,
    "name": 40,
    "phrase": 60,
    "han": 200,
    "han_phrase": 20,
    "both": 45,
    "either": 25,
    "negated": 30,
    "rare_name": 180,
    "rare_han": 160,
    "rare_both": 59,
    "regex": 1,
}


@dataclass(frozen=True, slots=True)
class _Drawn:
    """Things to draw from, each as often as it was seen."""

    things: Sequence[str]
    sums: Sequence[int]

    @classmethod
    def of(cls, counted: Counter[str]) -> _Drawn:
        things = sorted(counted)
        return cls(things, list(accumulate(counted[thing] for thing in things)))

    def draw(self, random: Random, count: int) -> list[str]:
        return random.choices(self.things, cum_weights=self.sums, k=count)


def texts(count: int, random: Random) -> list[Entry]:
    """Return `count` news of about 600 characters, English and Chinese in turn."""
    pools = [_sentences("en", random), _sentences("zh", random)]
    return [_entry(pools[number % 2], " " if number % 2 == 0 else "", random) for number in range(count)]


def _entry(pool: Sequence[str], space: str, random: Random) -> Entry:
    """Put sentences that follow each other together, from a random one on."""
    begin = random.randrange(len(pool))
    whole = ""
    for step in range(len(pool)):
        if len(whole) >= _LENGTH:
            break
        whole += pool[(begin + step) % len(pool)] + space
    whole = whole[: _LENGTH + random.randrange(-100, 100)]
    cut = whole.rfind(" ", 0, _TITLE) if space else _TITLE
    return Entry(title=whole[: max(cut, 1)], text=whole[max(cut, 1) :].strip())


def _sentences(language: str, random: Random) -> list[str]:
    found = list(_real(language)) if FEEDS.is_dir() else []
    return found or list(_invented(language, random))


def _real(language: str) -> Iterator[str]:
    with (FEEDS / "MANIFEST.tsv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    for row in rows:
        if row["language"].split("-")[0] != language or row["file"].startswith("enc-"):
            continue
        read = parse((FEEDS / row["file"]).read_bytes(), "", "http://feed.example.org/")
        for _, entry in read.entries if isinstance(read, Document) else ():
            whole = f"{entry.title}\n{entry.text}"
            # what a feed quotes of a program is no news
            yield from (part.strip() for part in _SENTENCE.split(whole) if 15 < len(part) < 500)


def _invented(language: str, random: Random) -> Iterator[str]:
    """Yield sentences of invented words, the commonest much more often than the others."""
    if language == "en":
        starts, ends = ("b", "br", "d", "f", "gr", "k", "l", "m", "n", "p", "st", "t"), ("", "n", "s", "r")
        made = [
            "".join(
                random.choice(starts) + random.choice("aeiou") + random.choice(ends) for _ in range(length)
            )
            for length in (1, 2, 2, 3, 3)
            for _ in range(6000)
        ]
        space, stop = " ", "."
    else:
        made = ["".join(chr(random.randrange(0x4E00, 0x5600)) for _ in range(2)) for _ in range(20_000)]
        space, stop = "", "。"
    sums = list(accumulate(1 / rank for rank in range(1, len(made) + 1)))
    for _ in range(20_000):
        row = random.choices(made, cum_weights=sums, k=random.randrange(6, 16))
        yield space.join(row).capitalize() + stop


def queries(count: int, entries: Sequence[Entry], random: Random) -> list[str]:
    """Return `count` queries that people might write about what `entries` say, in a fixed mix."""
    words, phrases = _english(entries)
    han, han_phrases = _chinese(entries)
    share = {kind: round(count * part / 1000) for kind, part in _MIX.items()}
    share["word"] += count - sum(share.values())
    made = words.draw(random, share["word"])
    made += [phrase.title().replace(" ", "") for phrase in phrases.draw(random, share["name"])]
    made += [f'"{phrase}"' for phrase in phrases.draw(random, share["phrase"])]
    made += [_tagged(gram, random) for gram in han.draw(random, share["han"])]
    made += [f'"{gram}"' for gram in han_phrases.draw(random, share["han_phrase"])]
    made += _pairs("{} {}", words, han, random, share["both"])
    made += _pairs("{} OR {}", words, han, random, share["either"])
    made += _pairs("{} -{}", words, han, random, share["negated"])
    made += [
        f'"{name}"' if random.random() < 0.5 else name for name in _names(words, random, share["rare_name"])
    ]
    made += [_tagged(name, random) for name in _han_names(entries, random, share["rare_han"])]
    made += _pairs("{} {}", words, han, random, share["rare_both"])
    made += [_pattern(word) for word in _long(words, random, share["regex"])]
    random.shuffle(made)
    return made


def _names(words: _Drawn, random: Random, count: int) -> list[str]:
    """Return names of two words that hardly ever stand side by side."""
    pairs = zip(words.draw(random, count), words.draw(random, count), strict=True)
    return [f"{one.capitalize()} {other.capitalize()}" for one, other in pairs]


def _han_names(entries: Sequence[Entry], random: Random, count: int) -> list[str]:
    """Return names of three characters, each as often as it is written."""
    seen = Counter(char for entry in entries[1::2] for run in _HAN.findall(entry.text) for char in run)
    one, two, three = (_Drawn.of(seen).draw(random, count) for _ in range(3))
    return ["".join(chars) for chars in zip(one, two, three, strict=True)]


def _long(words: _Drawn, random: Random, count: int) -> list[str]:
    """Return words of ten letters or more: who writes a regular expression has something special in mind."""
    long = [word for word in words.things if len(word) >= 10]
    return random.choices(long or words.things, k=count)


def _pattern(word: str) -> str:
    middle = len(word) // 2
    return rf"/{word[:middle]}\w*{word[middle:]}/i"


def _tagged(gram: str, random: Random) -> str:
    return f"#{gram}" if random.random() < 0.3 else gram


def _pairs(form: str, words: _Drawn, han: _Drawn, random: Random, count: int) -> list[str]:
    """Return conditions over two words of one language, English and Chinese half and half."""
    made = []
    for source in (words, han):
        share = count // 2 if source is words else count - count // 2
        both = zip(source.draw(random, share), source.draw(random, share), strict=True)
        made += [form.format(one, other) if one != other else one for one, other in both]
    return made


def _english(entries: Sequence[Entry]) -> tuple[_Drawn, _Drawn]:
    """Return the words of the texts, and two or three that follow each other, capitals as they stand."""
    rows = [_WORD.findall(entry.text) for entry in entries[::2]]
    spread = Counter(word for row in rows for word in {word.lower() for word in row})
    rare = {word for word, count in spread.items() if count <= _EVERYWHERE * len(entries)}
    words = Counter(word for row in rows for word in row if word.lower() in rare)
    phrases: Counter[str] = Counter()
    for entry in entries[::2]:
        row = entry.text.split()
        for index in range(len(row) - 2):
            some = row[index : index + (2 if index % 3 else 3)]
            if all(word.isascii() and word.isalpha() for word in some) and some[0].lower() in rare:
                phrases[" ".join(some)] += 1
    return _Drawn.of(words), _Drawn.of(phrases)


def _chinese(entries: Sequence[Entry]) -> tuple[_Drawn, _Drawn]:
    """Return stretches of two to four characters that stand in several texts, and longer ones."""
    spread: Counter[str] = Counter()
    longer: Counter[str] = Counter()
    for entry in entries[1::2]:
        runs = _HAN.findall(entry.text)
        spread.update(
            {
                run[at : at + size]
                for run in runs
                for size in (2, 3, 4)
                for at in range(0, len(run) - size + 1)
            }
        )
        longer.update({run[at : at + 6] for run in runs for at in range(0, len(run) - 5, 3)})
    most = _EVERYWHERE * len(entries)
    seen = Counter({gram: count for gram, count in spread.items() if 3 <= count <= most})
    return _Drawn.of(seen), _Drawn.of(longer)


def literals(made: Sequence[str]) -> list[str]:
    """Return what of the queries any engine for plain strings can look for, folded: words, phrases, tags."""
    plain = [query.strip('"#') for query in made if query.startswith('"') or _BARE.fullmatch(query)]
    return sorted(set(map(fold_key, plain)))


_BARE = re.compile(r"#?\w+")
