"""The table of names: which people, companies, coins and products are called what, and in which language."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from matching.aliases.entity import Entity, name_key
from matching.aliases.reader import read_folder

FOLDER = Path(__file__).parent


class Table:
    """All entities, found by any of their names. Pure memory: knows no chat, no query, no network."""

    def __init__(self, entities: Iterable[Entity]) -> None:
        self._entities = {entity.id: entity for entity in entities}
        self._found: dict[str, tuple[Entity, ...]] = {}
        for names in (_certain, _uncertain):  # in this order, so that `find` gives the certain ones first
            for entity in self:
                self._enter(entity, names(entity))

    @classmethod
    def load(cls, folder: Path = FOLDER) -> Table:
        """Return the table that the `*.yaml` files of `folder` hold; ConfigError names every wrong line."""
        return cls(read_folder(folder))

    def __len__(self) -> int:
        return len(self._entities)

    def __iter__(self) -> Iterator[Entity]:
        return iter(self._entities.values())

    def __getitem__(self, entity_id: str) -> Entity:
        return self._entities[entity_id]

    def find(self, name: str) -> tuple[Entity, ...]:
        """Return who is called `name`, in any spelling or script; those with a weak name of it come last.

        `@name` finds an account, `$NAME` a ticker; both are looked up as nothing else.
        """
        return self._found.get(name_key(name), ())

    def _enter(self, entity: Entity, names: Iterable[str]) -> None:
        for key in dict.fromkeys(map(name_key, names)):
            there = self._found.get(key, ())
            if entity not in there:
                self._found[key] = (*there, entity)


def _certain(entity: Entity) -> Iterator[str]:
    yield from (name.text for name in entity.strong)
    yield from entity.tickers
    yield from (f"${ticker}" for ticker in (*entity.tickers, *entity.cashtags))
    yield from (f"@{account}" for account in entity.accounts)


def _uncertain(entity: Entity) -> Iterator[str]:
    yield from (name.text for name in entity.weak)
