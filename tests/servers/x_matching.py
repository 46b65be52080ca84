"""Whether a post is what a query asks for, as far as X's documents say it and `Behaviour` where they do not.

Words are compared as tokens: runs of letters, marks, digits and "_", or single emoji, without regard to case.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from tests.servers.x_accounts import Account, XPost
from tests.servers.x_behaviour import Behaviour
from tests.servers.x_entities import Entity, found_in
from tests.servers.x_language import Group, Node, Term

_TOKEN = re.compile(r"[\w\u0300-\u036f]+|[^\w\s]")
_CHINESE = (
    "\u2e80-\u2fdf\u3005-\u30ff\u31f0-\u31ff\u3400-\u9fff\uf900-\ufaff\uff66-\uff9f\U00020000-\U0003ffff"
)
_RUN = re.compile(f"[{_CHINESE}]+")
_MOST_KEPT = 20_000  # readings; a simulated month has ten times as many posts
_HOLE = "\n"  # where something was taken out: no phrase reaches across it


@dataclass(frozen=True, slots=True)
class Reading:
    """A post's text as terms are looked up in it."""

    plain: str  # the text; where keywords do not look into tags and links, without these
    whole: str
    tokens: frozenset[str]
    entities: frozenset[tuple[str, str]]  # kind and value

    @property
    def row(self) -> list[str]:
        """All words in their order."""
        return [token for token in _TOKEN.findall(self.plain) if _is_word(token)]


class Matcher:
    """Evaluates queries. Readings of posts are kept, for a post's version never changes."""

    def __init__(self, behaviour: Behaviour, lists: Mapping[str, frozenset[str]]) -> None:
        """`lists` are the handles (lower case) in each list, by its number."""
        self._behaviour = behaviour
        self._lists = lists
        self._readings: dict[tuple[int, bool], Reading] = {}
        self._asked: Mapping[str, Callable[[Term, XPost], bool]] = {
            "from": lambda term, post: _is_called(post.account, term.value),
            "to": lambda term, post: (
                post.replies_to is not None and _is_called(post.replies_to.account, term.value)
            ),
            "retweets_of": lambda term, post: (
                post.retweets is not None and _is_called(post.retweets.account, term.value)
            ),
            "lang": lambda term, post: post.language.lower() == term.value.lower(),
            "conversation_id": lambda term, post: str(post.conversation) == term.value,
            "in_reply_to_tweet_id": lambda term, post: _is_numbered(post.replies_to, term.value),
            "retweets_of_tweet_id": lambda term, post: _is_numbered(post.retweets, term.value),
            "quotes_of_tweet_id": lambda term, post: _is_numbered(post.quotes, term.value),
            "list": lambda term, post: post.handle.lower() in self._lists.get(term.value, frozenset()),
            "is": _is,
        }

    def holds(self, node: Node, post: XPost, *, streamed: bool = False) -> bool:
        """Tell whether `post` is what is asked; a stream looks into quoted posts and retweets as well."""
        if isinstance(node, Group):
            choose = any if node.any else all
            return choose(self.holds(part, post, streamed=streamed) for part in node.parts)
        return self._term_holds(node, post, streamed) is not node.negated

    def _term_holds(self, term: Term, post: XPost, streamed: bool) -> bool:
        asked = self._asked.get(term.kind)
        if asked is not None:
            return asked(term, post)
        if post.retweet and not (streamed or self._behaviour.retweets_by_keyword or term.kind == "has"):
            return False
        texts = (post, *(p for p in (post.quotes, post.retweets) if p)) if streamed else (post,)
        return any(self._text_holds(term, text, streamed) for text in texts)

    def _text_holds(self, term: Term, post: XPost, streamed: bool) -> bool:
        reading = self._reading(post, streamed)
        if term.kind == "word":
            return self._has_word(self._folded(term.value, streamed), reading)
        if term.kind == "phrase":
            return self._has_phrase(self._folded(term.value, streamed), reading)
        if term.kind == "has":
            return _has(term.value, post, reading)
        if term.kind == "url":
            return any(kind == "urls" and term.value.casefold() in link for kind, link in reading.entities)
        kind = {"#": "hashtags", "$": "cashtags", "@": "mentions"}[term.kind]
        return (kind, self._folded(term.value, streamed)) in reading.entities

    def _has_word(self, word: str, reading: Reading) -> bool:
        if self._behaviour.chinese_by_substring and _RUN.fullmatch(word):
            return any(word in run for run in _RUN.findall(reading.plain))
        return word in reading.tokens

    def _has_phrase(self, phrase: str, reading: Reading) -> bool:
        if self._behaviour.loose_phrases:
            wanted = [token for token in _TOKEN.findall(phrase) if _is_word(token)]
            row = reading.row
            starts = range(len(row) - len(wanted) + 1)
            if wanted and any(row[start : start + len(wanted)] == wanted for start in starts):
                return True
        text = reading.whole if re.search("[#$@＃＠]|://", phrase) else reading.plain
        spaced = re.escape(" ".join(phrase.split())).replace(r"\ ", r"[^\S\n]+")
        return re.search(self._bounded(spaced, phrase), text) is not None

    def _bounded(self, pattern: str, phrase: str) -> str:
        loose = self._behaviour.chinese_by_substring
        before, after = (
            ""
            if not _is_word(end) or (loose and _RUN.match(end))
            else f"(?{sign}[^\\W{_CHINESE if loose else ''}])"
            for end, sign in ((phrase.strip()[0], "<!"), (phrase.strip()[-1], "!"))
        )
        return before + pattern + after

    def _reading(self, post: XPost, streamed: bool) -> Reading:
        key = (post.id, streamed)
        if len(self._readings) > _MOST_KEPT:
            self._readings.clear()
        if key not in self._readings:
            self._readings[key] = self._read(post, streamed)
        return self._readings[key]

    def _read(self, post: XPost, streamed: bool) -> Reading:
        text = post.whole if self._behaviour.long_text_matched else post.short
        found = found_in(text)
        tags = () if post.is_long and not self._behaviour.long_text_matched else post.hashtags
        plain = self._folded(text if self._behaviour.words_in_tags else _without(text, found), streamed)
        tokens = set(_TOKEN.findall(plain))
        if self._behaviour.chinese_by_substring:
            tokens |= set(_TOKEN.findall(_RUN.sub(_HOLE, plain)))
        if self._behaviour.words_in_tags:
            tokens |= {self._folded(tag, streamed) for tag in tags}
        entities = {(entity.kind, self._folded(entity.value, streamed)) for entity in found}
        entities |= {("hashtags", self._folded(tag, streamed)) for tag in tags}
        return Reading(plain, self._folded(text, streamed), frozenset(tokens), frozenset(entities))

    def _folded(self, text: str, streamed: bool) -> str:
        text = unicodedata.normalize("NFC", text).casefold()
        if streamed or not self._behaviour.accents_folded:
            return text
        bare = (character for character in unicodedata.normalize("NFD", text) if not _is_accent(character))
        return unicodedata.normalize("NFC", "".join(bare))


def _without(text: str, entities: tuple[Entity, ...]) -> str:
    for entity in reversed(entities):
        text = text[: entity.start] + _HOLE + text[entity.end :]
    return text


def _is_accent(character: str) -> bool:
    return "\u0300" <= character <= "\u036f"


def _is_word(token: str) -> bool:
    return re.match(r"\w", token) is not None or unicodedata.category(token[0]) == "So"


def _is_called(account: Account, name: str) -> bool:
    return name in {account.id} or account.handle.lower() == name.lower()


def _is_numbered(post: XPost | None, number: str) -> bool:
    return post is not None and number in {str(version) for version in post.history}


def _is(term: Term, post: XPost) -> bool:
    return {
        "retweet": post.retweet,
        "reply": post.replies_to is not None,
        "quote": post.quotes is not None,
        "verified": post.account.verified,
        "nullcast": False,
    }[term.value]


def _has(what: str, post: XPost, reading: Reading) -> bool:
    kinds = {kind for kind, _ in reading.entities}
    if what in {"hashtags", "cashtags", "mentions"}:
        return what in kinds
    return post.media or "urls" in kinds if what == "links" else post.media and what != "geo"
