"""Reads the files of the table: YAML of which only the plainest form is allowed, so that it is read at once.

An entity is its id and, indented by two spaces, lines `key: value, value` without quotes (docs/aliases.md).
The tests hold every file against a real YAML reader, which would need longer than all of Hark to start.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from errors import ConfigError
from matching.aliases.entity import Entity, Kind, Name, name_key

LANGUAGES = ("en", "zh-Hans", "zh-Hant", "ja", "ko", "ru", "ar", "es", "it")
_LISTS = ("tickers", "x", "context", "not_in")
_KEYS = frozenset(("kind", *LANGUAGES, *_LISTS))
_OF_COINS = (  # what tells, beside a name that is a word too, that a coin is meant
    *("crypto", "cryptocurrency", "cryptocurrencies", "altcoin", "altcoins", "token", "tokens", "blockchain"),
    *("Bitcoin", "BTC", "ETH", "USDT", "Binance", "DeFi", "stablecoin", "memecoin", "criptovalute"),
    *("criptomonedas", "加密货币", "币圈", "代币", "比特币", "币安", "暗号資産", "仮想通貨", "ビットコイン"),
    *("암호화폐", "가상자산", "비트코인", "биткоин", "криптовалюта", "криптовалют", "بيتكوين"),
)
_WEAK = "~"
_CASHTAG = "$"
_CAPITAL = "^"

_ID = re.compile(r"([a-z0-9]+(?:-[a-z0-9]+)*):")
_ENTRY = re.compile(r"  ([A-Za-z_-]+): +(\S.*)")
_NOT_PLAIN = re.compile(r"""^["'\[\]{}>|*&!%@`#,?:-]|: | #|:$""")

_Entry = dict[str, tuple[str, ...]]


def read_folder(folder: Path) -> list[Entity]:
    """Return the entities of all `*.yaml` files of `folder`, by file and place.

    Raises ConfigError with every wrong line.
    """
    problems: list[str] = []
    found: dict[str, Entity] = {}
    for path in sorted(folder.glob("*.yaml")):
        for entity in read_text(path.read_text(encoding="utf-8"), path.name, problems):
            if entity.id in found:
                problems.append(f"{path.name}: {entity.id} is there twice")
            found[entity.id] = entity
    if not found:
        problems.append(f"{folder.name}: no table of names here")
    if problems:
        raise ConfigError(tuple(problems))
    return list(found.values())


def read_text(text: str, file: str, problems: list[str]) -> Iterator[Entity]:
    """Yield the entities of one file; what is wrong with it is added to `problems`, a line each."""
    entity_id, entry = "", _Entry()
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        if header := _ID.fullmatch(line):
            yield from _finished(entity_id, entry, file, problems)
            entity_id, entry = header[1], _Entry()
        elif problem := _add(line, entry):
            problems.append(f"{file}:{number}: {problem}")
    yield from _finished(entity_id, entry, file, problems)


def _add(line: str, entry: _Entry) -> str:
    """Add a line to its entity; return what is wrong with it, or ""."""
    match = _ENTRY.fullmatch(line)
    if match is None:
        return "neither an id with a colon nor two spaces and `key: value, value`"
    key, value = match[1], match[2]
    if key not in _KEYS:
        return f"unknown key {key}; allowed: {', '.join(sorted(_KEYS))}"
    if key in entry:
        return f"{key} is there twice"
    if _NOT_PLAIN.search(value):
        return f"{key}: no quotes, brackets, colons or other signs of YAML here"
    parts = [part.strip() for part in value.split(",")]
    entry[key] = tuple(filter(None, parts))
    return "" if all(parts) else f"{key}: a comma with nothing beside it"


def _finished(entity_id: str, entry: _Entry, file: str, problems: list[str]) -> Iterator[Entity]:
    if not entity_id:
        return
    try:
        yield _entity(entity_id, entry)
    except ValueError as wrong:
        problems.append(f"{file}: {entity_id}: {wrong}")


def _entity(entity_id: str, entry: _Entry) -> Entity:
    """Return the entity; ValueError says what it lacks."""
    if "kind" not in entry or entry["kind"][0] not in [*Kind]:
        raise ValueError(f"kind is one of {', '.join(Kind)}")
    names = [(text, language) for language in LANGUAGES for text in entry.get(language, ())]
    tickers = entry.get("tickers", ())
    entity = Entity(
        id=entity_id,
        kind=Kind(entry["kind"][0]),
        strong=tuple(_name(text, language, entry) for text, language in names if text[0] != _WEAK),
        weak=tuple(_name(text[1:], language, entry) for text, language in names if text[0] == _WEAK),
        tickers=tuple(ticker for ticker in tickers if ticker[0] != _CASHTAG),
        cashtags=tuple(ticker[1:] for ticker in tickers if ticker[0] == _CASHTAG),
        accounts=entry.get("x", ()),
        contexts=entry.get("context", ()),
    )
    if entity.kind is Kind.COIN and (entity.weak or entity.cashtags):
        signs = (f"${each}" for each in (*entity.tickers, *entity.cashtags))
        entity = replace(entity, contexts=tuple(dict.fromkeys((*entity.contexts, *signs, *_OF_COINS))))
    if problem := _lack(entity, entry):
        raise ValueError(problem)
    return entity


def _name(marked: str, language: str, entry: _Entry) -> Name:
    text, key = marked.removeprefix(_CAPITAL), name_key(marked)
    not_in = tuple(each for each in entry.get("not_in", ()) if key in name_key(each))
    return Name(text, language, not_in, capital=text != marked)


def _lack(entity: Entity, entry: _Entry) -> str:
    names = (*entity.strong, *entity.weak)
    if not names:
        return "a name is missing"
    if empty := [name.text for name in names if not name_key(name.text)]:
        return f"no letter and no digit in {', '.join(empty)}"
    if entity.weak and not entity.contexts:
        return "weak names (~) need a line context"
    if idle := set(entry.get("not_in", ())).difference(*(name.not_in for name in names)):
        return f"none of the names stands in {', '.join(sorted(idle))}"
    return ""
