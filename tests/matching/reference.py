"""A slow, obviously right matcher: no index, no keys, every stretch of words tried against every reading."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import pairwise, product

import regex

from matching.aliases import Entity, Name, Table, name_key
from matching.language import language
from matching.scripts import ambiguous, same
from matching.spelling import visible
from matching.tree import (
    And,
    Everything,
    Exact,
    In,
    Near,
    NearTerm,
    Not,
    Or,
    Phrase,
    Prefix,
    Query,
    Regex,
    Tag,
    Word,
)
from model import Entry
from text import Folded, Token, fold, fold_key, is_spaceless, sigils, stems, tokens

COMMON = {
    *("the", "of", "and", "to", "in", "on", "at", "by", "for", "from", "with", "or", "is", "are"),
    *("be", "it", "its", "us", "we", "he", "me", "my", "no", "so", "as", "do", "if", "up", "an"),
    *("am", "not", "now", "all", "di", "da", "la", "le", "il", "lo", "un", "una", "per", "con"),
    *("non", "che", "de", "du", "el", "los", "las", "por", "en", "es", "et", "der", "die", "das"),
    *("und", "ein", "zu", "im"),
}
Units = list[tuple[str, str]]  # each with what may stand after it
Place = tuple[int, int, int]  # number of the text, start and end in it when folded


@dataclass(frozen=True)
class Reference:
    """What a query is asked of."""

    entry: Entry
    source: str = ""
    now: datetime | None = None
    names: Table | None = None

    def holds(self, query: Query, field: str = "") -> bool:
        """Tell whether the entry satisfies `query`, word by word as the documentation says it."""
        match query:
            case And(parts):
                return self._all(parts, field)
            case Or(parts):
                return any(self.holds(part, field) for part in parts)
            case Not(part):
                return not self.holds(part, field)
            case In(name, part):
                return self.holds(part, name.value)
            case _:
                return self._single(query, field)

    def _single(self, query: Query, field: str) -> bool:
        match query:
            case Everything():
                return True
            case Regex(pattern, any_case):
                flags = regex.IGNORECASE if any_case else 0
                texts = [unicodedata.normalize("NFC", text) for text in self._texts(field)]
                return any(regex.search(pattern, text, flags) for text in texts)
            case Near(left, right, distance):
                return self._near(left, right, distance, field)
            case Word() | Tag() | Phrase() | Prefix() | Exact():
                return self._term(query, field)
            case _:
                raise AssertionError(query)

    def _all(self, parts: tuple[Query, ...], field: str) -> bool:
        index = 0
        while index < len(parts):
            for count in (4, 3, 2):
                words = [part.text for part in parts[index : index + count] if isinstance(part, Word)]
                if len(words) == count and self._is_name(words):
                    if not self._term(Word(" ".join(words)), field, plural=False):
                        return False
                    index += count
                    break
            else:
                if not self._one_of_all(parts, index, field):
                    return False
                index += 1
        return True

    def _is_name(self, words: list[str]) -> bool:
        text = " ".join(words)
        units = [unit for unit, _ in units_of(Word(text))]
        if self.names is None or any(map(is_spaceless, units)) or not text[0].isalnum():
            return False
        names = [n for e in self.names.find(text) for n in (*e.strong, *e.weak)]
        return any([unit for unit, _ in units_of(Word(name.text))] == units for name in names)

    def _one_of_all(self, parts: tuple[Query, ...], index: int, field: str) -> bool:
        if self.holds(parts[index], field):
            return True
        for left, right in ((index - 1, index), (index, index + 1)):
            if left < 0 or right >= len(parts):
                continue
            a, b = parts[left], parts[right]
            if isinstance(a, Word) and isinstance(b, Word):
                first, second = units_of(a), units_of(b)
                seam = first[-1][0] + second[0][0]
                apart = is_spaceless(first[-1][0]) or is_spaceless(second[0][0]) or not seam.isalnum()
                units = [*first[:-1], (first[-1][0], "name"), *second]
                if not apart and any(True for _ in self._places(units, field)):
                    return True
        return False

    def _term(self, term: NearTerm, field: str, plural: bool = True) -> bool:
        facts: dict[str, Callable[[str], bool]] = {
            "lang": self._speaks,
            "from": self._is_from,
            "site": self._is_of,
            "url": lambda value: any(value.casefold() in each.casefold() for each in self._addresses()),
            "age": self._age,
            "min": bool,
        }
        if field in facts:
            return facts[field](term.text)
        return self._by_author(term, field) or any(True for _ in self.found(term, field, plural))

    def _speaks(self, value: str) -> bool:
        tag = language(self.entry).lower()
        return tag == value.lower() or tag.startswith(value.lower() + "-")

    def _is_from(self, value: str) -> bool:
        author = fold_key(self.entry.author).strip().removeprefix("@")
        return bool(author) and author == fold_key(value).removeprefix("@")

    def _is_of(self, value: str) -> bool:
        host = _host(value)
        return any(f".{each}".endswith(f".{host}") for each in self._hosts())

    def _by_author(self, term: NearTerm, field: str) -> bool:
        mention = isinstance(term, Word) and not field and re.fullmatch(r"@\w+", fold_key(term.text))
        return bool(mention) and fold_key(str(term.text))[1:] == fold_key(self.entry.author).removeprefix("@")

    def _age(self, value: str) -> bool:
        if self.now is None or self.entry.published is None:
            return False
        unit = {"m": "minutes", "h": "hours", "d": "days", "w": "weeks"}[value[-1].lower()]
        limit, old = timedelta(**{unit: int(value[1:-1])}), self.now - self.entry.published
        return old < limit if value[0] == "<" else old > limit

    def _addresses(self) -> list[str]:
        found = [self.entry.url] if self.entry.url else []
        for text in (self.entry.title, self.entry.text):
            matches = re.finditer(r"(?:https?://|(?<![\w.@/-])www\.)[!-~]+", text, re.IGNORECASE)
            found += [match[0].rstrip(".,;:!?'\")]}>") for match in matches]
        return found

    def _hosts(self) -> list[str]:
        return [_host(each) for each in self._addresses()]

    def _texts(self, field: str) -> list[str]:
        entry = self.entry
        fields = {
            "": [entry.title, entry.text, *entry.tags],
            "tag": [entry.title, entry.text, *entry.tags],
            "title": [entry.title],
            "text": [entry.text],
            "author": [entry.author],
            "source": [self.source],
            "url": self._addresses(),
            "site": self._addresses(),
        }
        return fields[field]

    def _near(self, left: NearTerm, right: NearTerm, distance: int, field: str) -> bool:
        texts = self._texts(field)
        for a, b in product(list(self.found(left, field)), list(self.found(right, field))):
            first, second = sorted((a, b), key=lambda place: place[1])
            if a[0] != b[0] or second[1] < first[2]:
                continue
            row = tokens(fold(texts[a[0]]).text)
            if sum(token.start >= first[2] and token.end <= second[1] for token in row) <= distance:
                return True
        return False

    def found(self, term: NearTerm, field: str, plural: bool = True) -> Iterator[Place]:
        """Yield every place where the term stands, or another name of whom it names."""
        wanted = self._in_one(term)
        ways = [units_of(wanted), *(_more(wanted) if plural else ())]
        if not isinstance(term, Word | Tag) or self.names is None:
            for units in ways:
                yield from self._places(units, field, term)
            return
        people = self.names.find(term.text)
        key = name_key(term.text)
        joined = any(map(is_spaceless, key))
        not_in = [
            x
            for e in people
            for n in (*e.strong, *e.weak)
            if joined and name_key(n.text) == key
            for x in n.not_in
        ]
        for units in ways:
            for place in self._places(units, field, term):
                if not self._stands_inside(place, not_in, field):
                    yield place
        if not term.text.startswith(("$", "@", ".")) and not term.text.endswith("+"):
            for entity in people:
                yield from self._other_names(entity, term.text, field)

    def _in_one(self, term: NearTerm) -> NearTerm:
        """Return a known name that is written solid, and has a common word in it, in small letters."""
        if not isinstance(term, Word | Tag) or self.names is None or not term.text.isalpha():
            return term
        known = {name.text.lower() for each in self.names.find(term.text) for name in each.strong}
        common = any(unit in COMMON for unit, _ in units_of(term))
        return replace(term, text=term.text.lower()) if common and term.text.lower() in known else term

    def _other_names(self, entity: Entity, typed_as: str, field: str) -> Iterator[Place]:
        typed = [*(name.text for name in entity.strong), *entity.tickers]
        certain = name_key(typed_as) in map(name_key, typed)
        spoken_of = self._speaks_of(entity)
        if not certain and not spoken_of:
            return
        signs = [*(f"${each}" for each in entity.cashtags), *(f"@{each}" for each in entity.accounts)]
        numbered = entity.kind in ("product", "index") and _numbers(typed_as)
        for name in [*entity.strong, *(entity.weak if spoken_of else ())]:
            if numbered and _numbers(name.text) != numbered:
                continue
            yield from self._name(name, entity, field)
        for sign in signs if not numbered else ():
            yield from self._places(units_of(Word(sign)), field)
        for ticker in _tickers(entity, spoken_of) if not numbered else ():
            for place in self._places(units_of(Word(ticker)), field):
                text = fold(self._texts(field)[place[0]])
                start, end = text.span(place[1], place[2])
                written, sign = text.origin[start:end], text.origin[max(0, start - 1) : start]
                free = ticker in entity.tickers and not re.search("[AEIOU]", ticker)
                if free or written.isupper() or sign in tuple("#$＃＄"):
                    yield place

    def _name(self, name: Name, entity: Entity, field: str) -> Iterator[Place]:
        solid = name.text.isascii() and name.text.isalpha()  # "open sea" is no OpenSea
        word = Word(name.text.lower() if solid else name.text)
        places = list(self._places(units_of(word), field, word))
        if name in entity.strong and entity.kind in ("coin", "product"):
            places += [each for more in _more(word) for each in self._places(more, field)]
        for place in places:
            folded = fold(self._texts(field)[place[0]])
            shown = folded.at(place[1]).isupper() or folded.text[: place[1]].endswith("#")
            if (shown or not name.capital) and not self._stands_inside(place, list(name.not_in), field):
                yield place

    def _speaks_of(self, entity: Entity) -> bool:
        author = fold_key(self.entry.author).removeprefix("@")
        if author in [each.lower() for each in entity.accounts]:
            return True
        return any(
            True for each in entity.contexts for _ in self._places(units_of(Word(each)), "", Word(each))
        )

    def _stands_inside(self, place: Place, others: list[str], field: str) -> bool:
        text = fold(self._texts(field)[place[0]]).text
        spans = [m.span() for each in others for m in re.finditer(f"(?={re.escape(fold_key(each))})", text)]
        lengths = [len(fold_key(each)) for each in others]
        return any(
            start <= place[1] and place[2] <= start + length
            for (start, _), length in product(spans, lengths)
            if text[start : start + length] in map(fold_key, others)
        )

    def _places(self, units: Units, field: str, term: NearTerm | None = None) -> Iterator[Place]:
        for number, text in enumerate(self._texts(field)):
            folded = fold(text)
            row = tokens(folded.text)
            for index, token in enumerate(row):
                for end in _ends(units, folded, row, index):
                    start = token.start
                    if units[0][0][0] in "$." and folded.text[start - 1 : start] == units[0][0][0]:
                        start -= 1
                    if self._counts(term, units, folded, (start, end), field, number):
                        yield number, start, end
                        break

    def _counts(
        self,
        term: NearTerm | None,
        units: Units,
        folded: Folded,
        place: tuple[int, int],
        field: str,
        number: int,
    ) -> bool:
        start, end = folded.span(*place)
        written = folded.origin[start:end]
        if field == "tag" and not _is_tag(folded, place, number >= 2):
            return False
        if isinstance(term, Exact):
            return _is_spelled(term, folded, place)
        han = ambiguous(term.text) if term is not None else ""
        if han and not same(han, folded.origin, start, end):
            return False
        if [unit for unit, _ in units] != ["ai"] or written.isupper() or "." in written:
            return True
        before = folded.text[max(0, place[0] - 2) : place[0]]
        if before[-1:] in ("#", "@", "$") or (number >= 2 and field in ("", "tag")):  # a tag is no article
            return True
        tag = language(self.entry)[:2].lower()
        return before != "j'" and tag != "fr" and (tag != "it" or before[-1:] == "'")


def holds(query: Query, entry: Entry) -> bool:
    """Tell whether `entry` satisfies `query` where no names are known."""
    return Reference(entry).holds(query)


def _numbers(name: str) -> list[str]:
    return re.findall("[0-9]+[a-z]?(?![a-z])", fold_key(name))


def _tickers(entity: Entity, spoken_of: bool) -> list[str]:
    names = [name_key(name.text) for name in (*entity.strong, *entity.weak)]
    words = [each for each in entity.cashtags if name_key(each) not in names]
    return [*entity.tickers, *(words if entity.kind == "coin" and spoken_of else ())]


def _host(address: str) -> str:
    named = re.sub(r"^[a-z]+://", "", address.lower()).split("/")[0].rpartition("@")[2]
    return re.split("[:?#]", named)[0].strip(".").removeprefix("www.")


def _more(term: NearTerm) -> list[Units]:
    """Return the units of the plurals of a single English word."""
    units = units_of(term)
    solid = "".join(unit for unit, _ in units)
    single = isinstance(term, Word | Tag) and len(tokens(fold_key(term.text))) == 1
    if not single or not re.fullmatch("[a-z]{2,}", solid):
        return []
    rest = len(solid) - len(units[-1][0])
    return [[*units[:-1], (each[rest:], "name")] for each in _plurals(solid)]


def _plurals(word: str) -> list[str]:
    if word == "new":
        return []
    if re.search("(s|x|z|ch|sh)$", word):
        return [word + "es"] if len(word) > 2 else []
    if re.search("[^aeiou]y$", word):
        return [word[:-1] + "ies"]
    return [word + "s", *([word + "es"] if word.endswith("o") and len(word) > 2 else [])]


def _is_tag(folded: Folded, place: tuple[int, int], tag: bool) -> bool:
    if tag:
        row = tokens(folded.text)
        return place[0] <= row[0].start and place[1] >= row[-1].end
    found = re.compile(r"#\w+").match(folded.text, max(0, place[0] - 1))
    return found is not None and found.end() == place[1]


def _is_spelled(term: Exact, folded: Folded, place: tuple[int, int]) -> bool:
    start, end = folded.span(*place)
    if re.match("['’‘ʼ＇][sS]", folded.origin[end : end + 2]):
        return False
    here, there = folded, fold(term.text)
    if not term.quoted or len(tokens(there.text)) == 1:  # a Korean word ends before its particle
        wanted = [there.span(t.start, t.end) for t in tokens(there.text)]
        word = term.text[slice(*wanted[0])] if term.quoted else term.text
        return visible(folded.origin[start:end]) == visible(word)
    inside = [t for t in tokens(here.text) if place[0] <= t.start and t.end <= place[1]]
    spelled = [visible(here.origin[slice(*here.span(t.start, t.end))]) for t in inside]
    return spelled == [visible(there.origin[slice(*there.span(t.start, t.end))]) for t in tokens(there.text)]


def units_of(term: Query) -> Units:
    """Return (unit, what may stand after it) for a term."""
    assert isinstance(term, Word | Phrase | Tag | Prefix | Exact)
    folded = fold(term.text)
    if isinstance(term, Word) or (isinstance(term, Exact) and not term.quoted):
        for sign in sigils(folded.text):
            if sign.key == folded.text and [token.key for token in tokens(folded.text)] != [sign.key]:
                return [(sign.key, "")]
    between = "any" if isinstance(term, Phrase) or (isinstance(term, Exact) and term.quoted) else "name"
    units: Units = []
    row = tokens(folded.text)
    for index, token in enumerate(row):
        pieces = [token.key] if isinstance(term, Exact) else _case_parts(folded, token)
        after = between
        if index + 1 < len(row) and is_spaceless(token.key) and is_spaceless(row[index + 1].key):
            after = "none" if token.end == row[index + 1].start else between
        units += [(piece, "name") for piece in pieces[:-1]] + [(pieces[-1], after)]
    if isinstance(term, Prefix):
        units[-1] = (units[-1][0], "begins")
    return units


def _case_parts(folded: Folded, token: Token) -> list[str]:
    letters = [folded.at(index) for index in range(token.start, token.end)]
    if is_spaceless(token.key) or len(letters) != len(token.key):
        return [token.key]
    cuts = [0]
    for index in range(1, len(letters)):
        before, here, after = letters[index - 1], letters[index], "".join(letters[index + 1 : index + 2])
        number = here.isdigit() and before.isalpha()
        hump = here.isupper() and before.islower()
        last_capital = here.isupper() and before.isupper() and after.islower() and index > 1
        if number or hump or last_capital:
            cuts.append(index)
    if len(cuts) > 8:
        return [token.key]
    return [token.key[start:end] for start, end in pairwise([*cuts, len(token.key)])]


def _ends(units: Units, folded: Folded, row: list[Token], index: int) -> Iterator[int]:
    """Yield where the units end when they begin at word `index`."""
    for count in (1, 2, 3):
        some = row[index : index + count]
        if len(some) < count or not _one(folded, some):
            continue
        for key, end in _readings(folded, some):
            if units[-1][1] == "begins" and key.startswith("".join(unit for unit, _ in units)):
                yield end
            for used in range(1, min(8, len(units)) + 1):
                if "".join(unit for unit, _ in units[:used]) != key:
                    continue
                after = index + count
                if used == len(units):
                    yield end
                elif after < len(row) and _may_stand(folded, row[after - 1], row[after], units[used - 1][1]):
                    yield from _ends(units[used:], folded, row, after)


def _readings(folded: Folded, some: list[Token]) -> list[tuple[str, int]]:
    key = "".join(token.key for token in some)
    last = some[-1]
    found = [(key, last.end)]
    short = [stem for stem in stems(key) if len(key) - len(stem) < len(last.key)]
    found += [(stem, last.end - len(key) + len(stem)) for stem in short]
    if len(some) == 1 and some[0].key.isascii():
        at = (some[0].start, some[0].start - 1)
        found += [(sign.key, sign.end) for sign in sigils(folded.text) if sign.start in at]
    return found


def _one(folded: Folded, some: list[Token]) -> bool:
    """Tell whether the text shows that these words are one name."""
    for left, right in pairwise(some):
        if is_spaceless(left.key) or is_spaceless(right.key):
            return False
        between = folded.text[left.end : right.start]
        if between in ("-", "_"):
            continue
        if not between.isspace() or not (_named(folded, left) and _named(folded, right)):
            return False
    return True


def _named(folded: Folded, token: Token) -> bool:
    first = folded.at(token.start)
    if first.isdigit() or "가" <= first <= "힣":
        return True
    return first.isupper() and len(token.key) > 1 and token.key not in COMMON


def _may_stand(folded: Folded, left: Token, right: Token, gap: str) -> bool:
    between = folded.text[left.end : right.start]
    if not between or gap == "any":
        return True
    if gap == "none":
        return between in ("·", "・", "‧", "•")
    return between.isspace() or between in tuple("-_.':/·・‧•")
