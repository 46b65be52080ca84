"""A loopback Wikidata: `async with WikidataServer() as names`, then `names.item("Q1", en=["Ada Byron"])`.

It answers the two calls of the API that Hark makes, `wbsearchentities` and `wbgetentities`, as Wikidata does:
terms are found by their beginning in the language asked for and those it falls back to, an entity shows what
`props` and `languages` name, an error of the API has status 200. Everything asked is in `requests`; what the
API would warn of or refuse is in `violations` too, which a test asserts to be empty. It does not rank.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Self

from aiohttp import web

Json = dict[str, object]

HUMAN, BUSINESS, FAMILY_NAME, FILM = "Q5", "Q4830453", "Q101352", "Q11424"
PATH = "/w/api.php"

_COMMON = {"action", "format", "maxlag", "uselang", "formatversion", "errorformat"}
_PARAMETERS = {
    "wbsearchentities": {"search", "language", "strictlanguage", "type", "limit", "continue", "props"},
    "wbgetentities": {"ids", "redirects", "props", "languages", "languagefallback", "sitefilter"},
}
_NEEDED = {"wbsearchentities": {"search", "language"}, "wbgetentities": {"ids"}}
_PROPS = {"info", "sitelinks", "sitelinks/urls", "aliases", "labels", "descriptions", "claims", "datatype"}
_FALLBACKS = {"zh": ("zh-hans", "zh-hant", "zh-cn", "zh-tw", "zh-hk")}
_LANGUAGES = {"en", "mul", "zh", "zh-hans", "zh-hant", "ja", "ko", "ru", "ar", "es", "it", "de", "fr"}


@dataclass(frozen=True, slots=True)
class Item:
    """An entity; the first name of a language is its label, the others are its aliases."""

    id: str
    names: Mapping[str, Sequence[str]]
    claims: Mapping[str, Sequence[Json]]
    sitelinks: int


@dataclass(frozen=True, slots=True)
class Asked:
    """One request as it came."""

    action: str
    sent: Mapping[str, str]
    headers: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class _Fault:
    """What is answered instead of the truth."""

    status: int = 200
    body: bytes = b""
    headers: Mapping[str, str] = field(default_factory=dict)
    hangs: bool = False


class WikidataServer:
    """Wikidata on 127.0.0.1; `url` is what `names.lookup_url` must be."""

    def __init__(self) -> None:
        self.requests: list[Asked] = []
        self.violations: list[str] = []
        self.most_in_flight = 0
        self._in_flight = 0
        self._items: dict[str, Item] = {}
        self._fault: _Fault | None = None
        self._well = asyncio.Event()
        self._well.set()
        self._came = asyncio.Condition()
        self._port = 0
        self._runner: web.ServerRunner | None = None

    @property
    def url(self) -> str:
        """Return the address of the API."""
        return f"http://127.0.0.1:{self._port}{PATH}"

    # what a test says

    def item(
        self,
        item_id: str,
        *,
        kind: str = HUMAN,
        sitelinks: int = 10,
        x: Sequence[str] = (),
        claims: Mapping[str, Sequence[Json]] | None = None,
        **names: Sequence[str],
    ) -> None:
        """Add an entity; in the names of languages `_` stands for "-": `zh_hans=["赵长鹏"]`."""
        all_claims = {
            "P31": [statement("P31", {"entity-type": "item", "id": kind})],
            **({"P2002": [statement("P2002", each) for each in x]} if x else {}),
            **(claims or {}),
        }
        spelled = {code.replace("_", "-"): each for code, each in names.items()}
        self._items[item_id] = Item(item_id, spelled, all_claims, sitelinks)

    def fails(self, status: int, retry_after: str | None = None, body: bytes = b"") -> None:
        """Answer every request with this status until it heals."""
        headers = {} if retry_after is None else {"Retry-After": retry_after}
        self._fault = _Fault(status, body, headers)

    def lags(self, seconds: int = 7) -> None:
        """Refuse every request because databases lag, until it heals."""
        self.errs("maxlag", f"Waiting for db: {seconds} seconds lagged")

    def errs(self, code: str, info: str = "") -> None:
        """Answer every request with an error of the API until it heals."""
        error = web.json_response({"error": {"code": code, "info": info}}).body
        assert isinstance(error, bytes)
        self._fault = _Fault(200, error, {"Retry-After": "5", "MediaWiki-API-Error": code})

    def says(self, body: bytes) -> None:
        """Answer every request with these bytes until it heals."""
        self._fault = _Fault(200, body)

    def hangs(self) -> None:
        """Accept requests and say nothing until it heals."""
        self._fault = _Fault(hangs=True)
        self._well.clear()

    def heals(self) -> None:
        """Be well again; requests that hang are answered now."""
        self._fault = None
        self._well.set()

    async def asked(self, times: int) -> None:
        """Wait until so many requests have come."""
        async with self._came:
            await self._came.wait_for(lambda: len(self.requests) >= times)

    # the server

    async def __aenter__(self) -> Self:
        self._runner = web.ServerRunner(web.Server(self._answer), shutdown_timeout=0.1)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", 0).start()
        self._port = self._runner.addresses[0][1]
        return self

    async def __aexit__(self, *_: object) -> None:
        self._well.set()
        if self._runner is not None:
            await self._runner.cleanup()

    async def _answer(self, request: web.BaseRequest) -> web.StreamResponse:
        sent = dict(request.query)
        action = sent.get("action", "")
        self.requests.append(Asked(action, sent, request.headers.copy()))
        self.violations += _violations(request, sent)
        self._in_flight += 1
        self.most_in_flight = max(self.most_in_flight, self._in_flight)
        async with self._came:
            self._came.notify_all()
        try:
            await self._well.wait()
        finally:
            self._in_flight -= 1
        if self._fault is not None:
            fault = self._fault
            return web.Response(status=fault.status, body=fault.body, headers=fault.headers)
        told = self._search(sent) if action == "wbsearchentities" else self._entities(sent)
        return web.json_response(told)

    def _search(self, sent: Mapping[str, str]) -> Json:
        wanted, language = sent["search"].casefold(), sent["language"]
        languages = (language, *_FALLBACKS.get(language, ()), "mul", "en")
        found = []
        for item in self._items.values():
            match = next(_matches(item, wanted, languages), None)
            if match is not None:
                label = _first(item, languages)
                found.append({"id": item.id, "title": item.id, "label": label, "match": match})
        limit = int(sent.get("limit", "7"))
        return {"searchinfo": {"search": sent["search"]}, "search": found[:limit], "success": 1}

    def _entities(self, sent: Mapping[str, str]) -> Json:
        ids = sent["ids"].split("|")
        return {"entities": {each: self._entity(each, sent) for each in ids}, "success": 1}

    def _entity(self, item_id: str, sent: Mapping[str, str]) -> Json:
        item = self._items.get(item_id)
        if item is None:
            return {"id": item_id, "missing": ""}
        asked = sent.get("languages")
        languages = set(item.names) if asked is None else set(asked.split("|"))
        names = {code: each for code, each in item.names.items() if code in languages}
        whole: Json = {
            "labels": {code: _term(code, each[0]) for code, each in names.items() if each},
            "aliases": {code: [_term(code, a) for a in each[1:]] for code, each in names.items() if each[1:]},
            "claims": item.claims,
            "sitelinks": {f"w{n}wiki": {"site": f"w{n}wiki", "title": "x"} for n in range(item.sitelinks)},
            "descriptions": {},
        }
        props = sent.get("props", "|".join(whole)).split("|")
        return {"type": "item", "id": item_id} | {name: part for name, part in whole.items() if name in props}


def statement(
    property_id: str, value: object, rank: str = "normal", ended: bool = False, unknown: bool = False
) -> Json:
    """Return a statement as Wikidata writes it, of a value that is text or the id of an entity."""
    kind = "string" if isinstance(value, str) else "wikibase-entityid"
    snak: Json = {"snaktype": "somevalue" if unknown else "value", "property": property_id}
    if not unknown:
        snak["datavalue"] = {"value": value, "type": kind}
    qualifiers = {"qualifiers": {"P582": [{"snaktype": "value", "property": "P582"}]}} if ended else {}
    return {"mainsnak": snak, "type": "statement", "rank": rank, **qualifiers}


def _term(language: str, value: str) -> Json:
    return {"language": language, "value": value}


def _first(item: Item, languages: Sequence[str]) -> str:
    return next((item.names[code][0] for code in languages if item.names.get(code)), item.id)


def _matches(item: Item, wanted: str, languages: Sequence[str]) -> Iterator[Json]:
    for code in languages:
        for index, name in enumerate(item.names.get(code, ())):
            if name.casefold().startswith(wanted):
                yield {"type": "alias" if index else "label", "language": code, "text": name}


def _violations(request: web.BaseRequest, sent: Mapping[str, str]) -> Iterator[str]:
    """Yield what Wikidata would warn of, refuse or block."""
    action = sent.get("action", "")
    if request.method != "GET" or request.path != PATH:
        yield f"{request.method} {request.path}"
    if action not in _PARAMETERS:
        yield f"Unrecognized value for parameter action: {action}"
        return
    unknown = set(sent) - _COMMON - _PARAMETERS[action]
    missing = {name for name in _NEEDED[action] if not sent.get(name)}
    if unknown or missing:
        yield f"unrecognized {sorted(unknown)}, missing {sorted(missing)}"
    if sent.get("format") != "json" or not sent.get("maxlag", "").isdecimal():
        yield "no JSON asked for, or no maxlag"
    if "bot" not in request.headers.get("User-Agent", "").lower():
        yield "a client that does not say who it is"
    yield from _wrong_values(sent)


def _wrong_values(sent: Mapping[str, str]) -> Iterator[str]:
    languages = [sent["language"]] if "language" in sent else sent.get("languages", "en").split("|")
    if not set(languages) <= _LANGUAGES:
        yield f"unknown languages: {languages}"
    if len(sent.get("ids", "").split("|")) > 50 or not 1 <= int(sent.get("limit", "7")) <= 50:
        yield "too many at once"
    if "action" in sent and sent["action"] == "wbgetentities":
        wrong = set(sent.get("props", "info").split("|")) - _PROPS
        if wrong:
            yield f"unknown props: {sorted(wrong)}"
