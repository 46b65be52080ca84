"""The news of the demo: three invented outlets, and what they publish while the visitor looks on."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Outlet(StrEnum):
    """An outlet by its name; `path` is where its feed is."""

    MORNING_CHAIN = "Morning Chain"
    CHAIN_DAILY = "鏈上日報"
    CORRIERE = "Corriere dell'IA"

    @property
    def path(self) -> str:
        """Return the path of its feed."""
        return f"/{self.name.lower()}.xml"


@dataclass(frozen=True, slots=True)
class News:
    """One entry of a feed."""

    outlet: Outlet
    title: str
    text: str
    link: str


BEFORE = (
    News(
        Outlet.MORNING_CHAIN,
        "Sam Altman sat down for a long talk last week",
        "An old entry: it was in the feed before Hark first read it.",
        "https://morningchain.example/long-talk",
    ),
    News(Outlet.CHAIN_DAILY, "比特幣昨夜持平", "市場交投清淡。", "https://lianshang.example/flat"),
    News(
        Outlet.CORRIERE,
        "Un museo di Torino racconta i calcolatori",
        "Apre sabato.",
        "https://corriereia.example/museo",
    ),
)
"""What the feeds hold when Hark first reads them: never an alert, though it says what is watched."""

SCOOP = News(
    Outlet.MORNING_CHAIN,
    "Sam Altman opens a small bookshop",
    "<p>The shop sells only paper. <b>Sam Altman</b> stood behind the till on Monday &amp; smiled.</p>",
    "https://morningchain.example/bookshop",
)
REPEAT = News(
    Outlet.CORRIERE,
    "Sam Altman opens a small bookshop",
    "<p>Dalla nostra rete di testate.</p>",
    "https://www.morningchain.example/bookshop/?utm_source=corriere&utm_medium=rss",
)
CHINESE = News(
    Outlet.CHAIN_DAILY,
    "趙長鵬在新加坡談學校與教育",
    "<p>趙長鵬週二表示，他更願意談教室，而不是價格。</p>",
    "https://lianshang.example/school",
)
MUTED = News(
    Outlet.CORRIERE,
    "Sam Altman visita Roma in bicicletta",
    "<p>Ha promesso di tornare.</p>",
    "https://corriereia.example/bicicletta",
)
