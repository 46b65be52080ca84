"""Whether a post is what a query asks for, as far as X's documents say it and `Behaviour` where they do not.

Words are compared as tokens: runs of letters, marks and digits, or single symbols, without regard to case.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache

import regex

from tests.servers.x_accounts import Account, XPost
from tests.servers.x_behaviour import Behaviour
from tests.servers.x_entities import Entity, found_in
from tests.servers.x_language import Group, Node, Term

_RUNNING = r"\p{Han}\p{Hiragana}\p{Katakana}\p{Hangul}ー"
_RUN = regex.compile(f"[{_RUNNING}]")
_TOKEN = regex.compile(r"[\p{L}\p{N}\p{M}]+|\p{So}")
_MARKED = regex.compile("[#$@＃＠]|://")
_TAGS = ("hashtags", "cashtags", "mentions")
_HOLE = "\ue000"  # where something was taken out: no phrase reaches across it
_MOST_KEPT = 20_000  # readings; a simulated month has ten times as many posts


@dataclass(frozen=True, slots=True)
class Reading:
    """A post's text as terms are looked up in it."""

    plain: str  # the text; where keywords do not look into tags and links, without these
    whole: str
    entities: frozenset[tuple[str, str]]  # kind and value


class Matcher:
    """Evaluates queries. Readings of posts are kept, for a post's version never changes."""

    def __init__(self, behaviour: Behaviour, lists: Mapping[str, frozenset[str]]) -> None:
        """`lists` are the handles (lower case) in each list, by its number."""
        self._behaviour = behaviour
        self._lists = lists
        self._readings: dict[tuple[int, bool], Reading] = {}
        self._folded_term = lru_cache(_MOST_KEPT)(self._folded)
        self._whole_word = lru_cache(_MOST_KEPT)(self._whole)
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
            return self._has_word(self._folded_term(term.value, streamed), reading)
        if term.kind == "phrase":
            return self._has_phrase(self._folded_term(term.value, streamed), reading)
        if term.kind == "has":
            return _has(term.value, post, reading)
        if term.kind == "url":
            return any(kind == "urls" and term.value.casefold() in link for kind, link in reading.entities)
        kind = {"#": "hashtags", "$": "cashtags", "@": "mentions"}[term.kind]
        return (kind, self._folded_term(term.value, streamed)) in reading.entities

    def _has_word(self, word: str, reading: Reading) -> bool:
        if self._behaviour.words_in_tags and any((kind, word) in reading.entities for kind in _TAGS):
            return True
        if word not in reading.whole:
            return False
        hidden = not (self._behaviour.phrases_in_tags and _RUN.search(word))
        return _found(self._whole_word(word), reading.plain if hidden else reading.whole)

    def _has_phrase(self, phrase: str, reading: Reading) -> bool:
        shown = self._behaviour.phrases_in_tags or _MARKED.search(phrase)
        text = reading.whole if shown else reading.plain
        words = _TOKEN.findall(phrase)
        if not all(word in text for word in words):
            return False
        if self._behaviour.loose_phrases and words:
            row = rf"[^\p{{L}}\p{{N}}\p{{M}}{_HOLE}]+".join(map(self._whole_word, words))
            if _found(row, text):
                return True
        parts = phrase.split()
        return _found(r"\s+".join(map(self._whole_word, parts)), text)

    def _whole(self, word: str) -> str:
        """Return what finds a word where no letter goes before or follows it."""
        seam = _RUNNING if self._behaviour.running_by_substring else ""
        letter = rf"[[\p{{L}}\p{{N}}\p{{M}}]--[{seam}]]" if seam else r"[\p{L}\p{N}\p{M}]"
        open_ends = rf"[{seam}]|[^\p{{L}}\p{{N}}\p{{M}}]" if seam else r"[^\p{L}\p{N}\p{M}]"
        before = "" if regex.match(open_ends, word[0]) else f"(?<!{letter})"
        after = "" if regex.match(open_ends, word[-1]) else f"(?!{letter})"
        return f"{before}{regex.escape(word)}{after}"

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
        entities = {(entity.kind, self._folded(entity.value, streamed)) for entity in found}
        entities |= {("hashtags", self._folded(tag, streamed)) for tag in tags}
        return Reading(plain, self._folded(text, streamed), frozenset(entities))

    def _folded(self, text: str, streamed: bool) -> str:
        folds = not streamed and self._behaviour.widths_folded
        text = unicodedata.normalize("NFKC" if folds else "NFC", text).casefold()
        if streamed or not self._behaviour.accents_folded:
            return text
        bare: str = regex.sub(r"(?<=\p{Latin})\p{Mn}+", "", unicodedata.normalize("NFD", text))
        return unicodedata.normalize("NFC", bare)


def _found(pattern: str, text: str) -> bool:
    return _compiled(pattern).search(text) is not None


@lru_cache(_MOST_KEPT)
def _compiled(pattern: str) -> regex.Pattern[str]:
    return regex.compile(pattern, regex.VERSION1)


def _without(text: str, entities: tuple[Entity, ...]) -> str:
    for entity in reversed(entities):
        text = text[: entity.start] + _HOLE + text[entity.end :]
    return text


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
