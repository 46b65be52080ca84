"""The messages of Hark, one folder per language, one file per family of messages.

A new language is one folder and its code in `catalogue.LANGUAGES`; `tests/test_locales.py` tells the rest.
"""

from locales.catalogue import LANGUAGES, Catalogue, MessageError, Text, escaped
from locales.zones import CITIES, likely_zone, read_zone, zone_of

__all__ = [
    "CITIES",
    "LANGUAGES",
    "Catalogue",
    "MessageError",
    "Text",
    "escaped",
    "likely_zone",
    "read_zone",
    "zone_of",
]
