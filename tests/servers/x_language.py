"""X's query language: text → a tree of terms, or X's refusal.

AND by juxtaposition binds tighter than OR; no group may be negated; every alternative needs something
positive, and of it something that may stand alone. Sources: docs.x.com "Build a query" and "Operators";
refusals follow answers quoted in public issues. Where nothing is known, as of punctuation
in bare words, this X refuses.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

import regex

from tests.servers.x_entities import CASHTAG, HANDLE, HASHTAG


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_NUMBER = re.compile("[0-9]{1,19}")
_LANGUAGES = _words(
    """am ar hy eu bn bs bg my hr ca cs da nl en et fi fr ka de el gu ht iw hi hi-latn hu is in it ja kn km ko
    lo lv lt ml dv mr ne no or pa ps fa pl pt ro ru sr zh-cn sk sl ckb es sv tl ta te th bo zh-tw tr uk ur ug
    vi cy zh und"""
)
_IS = {"retweet", "reply", "quote", "verified", "nullcast"}
_HAS = {
    "hashtags",
    "cashtags",
    "links",
    "mentions",
    "media",
    "media_link",
    "images",
    "video_link",
    "videos",
    "geo",
}
ALIASES = {
    "in_reply_to_status_id": "in_reply_to_tweet_id",
    "retweets_of_status_id": "retweets_of_tweet_id",
    "quotes_of_status_id": "quotes_of_tweet_id",
}
_OF_PEOPLE = {"from", "to", "retweets_of"}
_OF_POSTS = {"conversation_id", "in_reply_to_tweet_id", "retweets_of_tweet_id", "quotes_of_tweet_id"}
_DEPENDENT = {"is", "has", "lang"}  # X: "conjunction required"
_STOPWORDS = _words(
    """a an and at but by com from http https if in is it its me my or rt the this to too via we www
    you"""
)

_LEXEME = re.compile(
    r'(?P<space>\s+)|(?P<open>-?\()|(?P<close>\))|(?P<term>-?(?:[A-Za-z_]+:)?"(?:[^"\\]|\\.)*"|[^\s()"]+)'
)


class QueryRefused(Exception):
    """X would not take this query."""


@dataclass(frozen=True, slots=True)
class Term:
    """One thing asked of a post."""

    kind: str  # word, phrase, #, $, @ or the name of an operator
    value: str
    negated: bool = False

    @property
    def stands_alone(self) -> bool:
        """Tell whether a query may consist of it."""
        is_common = self.kind == "word" and self.value.lower() in _STOPWORDS
        return not (self.negated or is_common or self.kind in _DEPENDENT)


@dataclass(frozen=True, slots=True)
class Group:
    """Terms and groups of which all are asked, or any."""

    parts: tuple[Node, ...]
    any: bool

    @property
    def stands_alone(self) -> bool:
        """Tell whether a query may consist of it."""
        choose = all if self.any else any
        return choose(part.stands_alone for part in self.parts)


Node = Term | Group


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str  # open, close or term
    text: str
    at: int  # 1 for the first character


def parsed(query: str) -> Node:
    """Return what `query` asks; raises QueryRefused for what X refuses, whatever its length."""
    tokens = _tokens(query)
    if not tokens:
        raise QueryRefused("'query' must not be empty")
    tree, rest = _either(tokens, len(query) + 1)
    if rest:
        raise QueryRefused(f"no viable alternative at input {rest[0].text!r} (at position {rest[0].at})")
    _refuse_negated_alternatives(tree)
    if not tree.stands_alone:
        raise QueryRefused("Rules must contain at least one positive, non-stopword clause (at position 1)")
    if sum(term.kind == "list" for term in terms(tree)) > 1:
        raise QueryRefused("only one 'list' operator may be used")
    return tree


def terms(node: Node) -> tuple[Term, ...]:
    """Return all terms of a tree, left to right."""
    if isinstance(node, Term):
        return (node,)
    return tuple(term for part in node.parts for term in terms(part))


def _tokens(query: str) -> list[_Token]:
    tokens: list[_Token] = []
    place = 0
    while place < len(query):
        match = _LEXEME.match(query, place)
        if match is None:
            raise QueryRefused(
                f"no viable alternative at character {query[place]!r} (at position {place + 1})"
            )
        if match.lastgroup != "space":
            tokens.append(_Token(match.lastgroup or "", match[0], place + 1))
        place = match.end()
    return tokens


def _either(tokens: list[_Token], end: int) -> tuple[Node, list[_Token]]:
    first, rest = _all(tokens, end)
    choices = [first]
    while rest and rest[0].text == "OR":
        another, rest = _all(rest[1:], end)
        choices.append(another)
    return (first if len(choices) == 1 else Group(tuple(choices), any=True)), rest


def _all(tokens: list[_Token], end: int) -> tuple[Node, list[_Token]]:
    parts: list[Node] = []
    while tokens and tokens[0].kind != "close" and tokens[0].text != "OR":
        part, tokens = _one(tokens, end)
        parts.append(part)
    if not parts:
        at = tokens[0].at if tokens else end
        raise QueryRefused(
            f"no viable alternative at input {tokens[0].text if tokens else '<EOF>'!r} (at position {at})"
        )
    return (parts[0] if len(parts) == 1 else Group(tuple(parts), any=False)), tokens


def _one(tokens: list[_Token], end: int) -> tuple[Node, list[_Token]]:
    head, rest = tokens[0], tokens[1:]
    if head.kind != "open":
        return _term(head), rest
    if head.text.startswith("-"):
        raise QueryRefused(f"Negating a group is not supported (at position {head.at})")
    inner, rest = _either(rest, end)
    if not rest:
        raise QueryRefused(f"missing ')' at '<EOF>' (at position {end})")
    return inner, rest[1:]


def _term(token: _Token) -> Term:
    negated = token.text.startswith("-")
    text = token.text.removeprefix("-")
    operator, colon, value = text.partition(":")
    if colon and re.fullmatch("[A-Za-z_]+", operator):
        return _operation(operator.lower(), value, negated, token.at)
    if text.startswith('"'):
        phrase = re.sub(r"\\(.)", r"\1", text[1:-1])
        if not phrase.strip():
            raise QueryRefused(f"an empty phrase (at position {token.at})")
        return Term("phrase", phrase, negated)
    if text[:1] in {"#", "＃", "$", "@"}:
        return _marked(text, negated, token.at)
    return _word(text, negated, token.at)


def _marked(text: str, negated: bool, at: int) -> Term:
    mark = "#" if text[0] == "＃" else text[0]
    form = {"#": HASHTAG, "$": CASHTAG, "@": HANDLE}[mark]
    if not regex.fullmatch(form, text[1:]):
        raise QueryRefused(f"no viable alternative at input {text!r} (at position {at})")
    return Term(mark, text[1:], negated)


def _word(text: str, negated: bool, at: int) -> Term:
    if text.lower() in {"or", "and"}:
        hint = "OR to logically join" if text.lower() == "or" else "a space to logically join"
        raise QueryRefused(
            f"Ambiguous use of {text.lower()} as a keyword. Use {hint} two clauses (at position {at})"
        )
    for character in text or "-":
        kind = unicodedata.category(character)
        is_variant = "\ufe00" <= character <= "\ufe0f"  # an emoji with one has to be quoted
        if is_variant or not (kind[0] in "LMN" or kind == "So"):
            raise QueryRefused(f"no viable alternative at character {character!r} (at position {at})")
    return Term("word", text, negated)


def _operation(operator: str, value: str, negated: bool, at: int) -> Term:
    operator = ALIASES.get(operator, operator)
    bare = value.removeprefix('"').removesuffix('"')
    if not bare:
        raise QueryRefused(f"no viable alternative at input '{operator}:' (at position {at})")
    allowed = {
        **dict.fromkeys(_OF_PEOPLE, re.fullmatch(HANDLE, bare) or _NUMBER.fullmatch(bare)),
        **dict.fromkeys(_OF_POSTS | {"list"}, _NUMBER.fullmatch(bare)),
        "url": True,
        "lang": bare.lower() in _LANGUAGES,
        "is": bare in _IS,
        "has": bare in _HAS,
    }
    if operator not in allowed or (operator in {"is", "has"} and not allowed[operator]):
        named = f"{operator}:{bare}" if operator in {"is", "has"} else operator
        raise QueryRefused(
            f"Reference to invalid operator '{named}'. Operator is not available in current product or"
            f" product packaging. (at position {at})"
        )
    if not allowed[operator]:
        raise QueryRefused(f"Invalid value {bare!r} for operator '{operator}' (at position {at})")
    if (operator, bare) == ("is", "nullcast") and not negated:
        raise QueryRefused(f"Operator 'is:nullcast' must be negated (at position {at})")
    return Term(operator, bare, negated)


def _refuse_negated_alternatives(node: Node) -> None:
    if isinstance(node, Term):
        return
    for part in node.parts:
        if node.any and all(term.negated for term in terms(part)):
            raise QueryRefused(
                "Rules must contain at least one positive, non-stopword clause (at position 1)"
            )
        _refuse_negated_alternatives(part)
