"""Other names of the same thing: the built-in table of people, companies, coins and products."""

from matching.aliases.entity import Entity, Kind, Name, name_key
from matching.aliases.table import Table

__all__ = ["Entity", "Kind", "Name", "Table", "name_key"]
