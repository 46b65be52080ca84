"""A world of X for the bench of costs: who posts what and when, and what people watch for. Drawn from a seed.

Posts are sentences of ordinary words, English, Italian, Russian and Chinese. One in a hundred says a thing
that somebody who follows its author watches for, in one of the ways that people say it: as a name of another
language, a tag, a handle, typed solid, in the other script of Chinese. Some are long, edited, quoting others,
answers, or shown late by X; retweets come on top. A few say what X's search finds and the watch refuses.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from random import Random

BEGINS = datetime(2026, 10, 31, 22, 0, tzinfo=UTC)
"""Followed from then on; a little before a new month."""

SPLIT = ("anti-trust",)
"""Said with a hyphen inside of a word: Hark reads it, X's search is not asked for it (`docs/x-words.md`)."""

_WANTED = 0.01
_DECOYS = 0.0002  # in each post's chance: two for every hundred that are wanted
_OTHERS = 0.003  # says what only people watch for who do not follow the author
_EDITED, _LONG, _QUOTES, _ANSWERS, _LATE, _RETWEETS = 0.02, 0.04, 0.08, 0.10, 0.03, 0.10
_LATEST = 110  # seconds until X finds a post
_LETTERS = "abcdefghijklmnopqrstuvwxyz"

_WORDS = {
    "en": (
        "after again another around because before between bread bridge brought called certain city"
        " close corner different doctor during early evening every family field finally follow garden"
        " great harbour history hours house however inside kitchen large later learn little longer"
        " maybe minute money morning mountain neighbour never night nothing number often other paper"
        " people perhaps place question quiet rather river school season second several short simple"
        " small something station still story street summer table thought through today together"
        " train under water weather window winter without world writing year"
    ),
    "it": (
        "adesso allora ancora anni aprire bello bisogna cammino casa certo chiaro cielo cosa cucina"
        " dopo dove erano fiume fuori giardino giorno grande insieme lago lavoro leggere lontano mare"
        " mattina meglio mentre mezzo molto mondo notte nuovo ogni padre paese parola pioggia poco"
        " prima quando quasi quello scuola sempre senza sera sole sotto spesso strada subito tempo"
        " terra trovare ultimo vento verso vicino volta"
    ),
    "ru": (
        "больше был весной вечер вода время всегда вчера город день дома дорога другой если завтра"
        " здесь земля зимой когда который лето люди место много может море ночью несколько новый окно"
        " опять осенью первый письмо после потом почти река сегодня слово снова старый стол только"
        " тогда утром хорошо через чтобы"
    ),
    "zh": (
        "今天 早上 我们 一起 去 公园 散步 天气 很好 下午 朋友 来 家里 吃饭 晚上 看 一本 旧书 城市"
        " 街道 安静 河边 有 很多 树 孩子 在 学校 门口 等 老师 明天 可能 下雨 记得 带 雨伞 周末 想 学"
        " 做 面包 邻居 的 猫 又 跑 出来 了"
    ),
}


@dataclass(frozen=True, slots=True)
class Topic:
    """What people watch for, and ways to say it."""

    query: str
    said: tuple[str, ...]
    decoys: tuple[str, ...] = ()  # what X's search finds for it, and the watch refuses


TOPICS = (
    Topic("#赵长鹏", ("赵长鹏", "趙長鵬", "Changpeng Zhao", "#ChangpengZhao", "#赵长鹏", "@cz_binance")),
    Topic("比特币 减半", ("比特币 减半", "比特幣減半", "#比特币 #减半"), ("减半", "減半")),
    Topic("稳定币", ("稳定币", "穩定幣", "#稳定币")),
    Topic("halving", ("halving", "halvings", "#Halving", "The halving")),
    Topic('"interest rates"', ("interest rates", "interest-rates", "#InterestRates", "Interest Rates")),
    Topic(
        "Solana -meme",
        ("Solana", "#Solana", "SOL/USD and Solana", "索拉纳"),
        ("Solana meme", "#solana #meme"),
    ),
    Topic("airdrop OR testnet", ("airdrop", "testnet", "airdrops", "#testnet")),
    Topic("samaltman", ("Sam Altman", "samaltman", "@sama", "#SamAltman", "Сэм Альтман")),
    Topic("stablecoin", ("stablecoin", "stablecoins", "#Stablecoins")),
    Topic("央行", ("央行", "#央行")),
    Topic("tariffs", ("tariffs", "tariff", "#tariffs")),
    Topic('"Hugging Face"', ("Hugging Face", "#HuggingFace", "@huggingface", "huggingface")),
    Topic("terremoto", ("terremoto", "#terremoto", "terremoti")),
    Topic("layer2", ("layer2", "layer 2", "Layer-2", "#layer2")),
    Topic("监管", ("监管", "監管", "#监管")),
    Topic("rollup", ("rollup", "rollups", "#rollup")),
    Topic("quantum computing", ("quantum computing", "computing, quantum", "#quantum #computing")),
    Topic("землетрясение", ("землетрясение", "#землетрясение")),
    Topic("earthquake", ("earthquake", "earthquakes", "#earthquake")),
    Topic("Vitalik", ("Vitalik", "Vitalik Buterin", "@VitalikButerin", "维塔利克", "Виталик Бутерин")),
    Topic("GPT-5", ("GPT-5", "GPT5", "#GPT5")),
    Topic("Nvidia", ("Nvidia", "$NVDA", "英伟达", "輝達", "#NVIDIA")),
    Topic("Worldcoin", ("Worldcoin", "#Worldcoin", "世界币", "世界幣")),
    Topic('"zero knowledge"', ("zero knowledge", "zero-knowledge", "#ZeroKnowledge")),
    Topic("listing delay", ("listing delay", "the delay of a listing", "#listing #delay")),
    Topic("sciopero", ("sciopero", "#sciopero", "scioperi")),
    Topic("芯片 出口", ("芯片 出口", "晶片出口", "#芯片 #出口"), ("出口",)),
    Topic("санкции", ("санкции", "#санкции")),
    Topic("fusion reactor", ("fusion reactor", "a reactor for fusion"), ("reactor",)),
    Topic("perovskite", ("perovskite", "perovskites", "#perovskite")),
    Topic("BlackRock", ("BlackRock", "Black Rock", "贝莱德", "#BlackRock")),
    Topic("mortgage", ("mortgage", "mortgages", "#mortgage")),
    Topic("semiconduttori", ("semiconduttori", "#semiconduttori")),
    Topic("经济衰退", ("经济衰退", "經濟衰退", "#经济衰退")),
    Topic("liquidation", ("liquidation", "liquidations", "#liquidation")),
    Topic("openssl", ("openssl", "OpenSSL", "#openssl")),
    Topic("кибератака", ("кибератака", "#кибератака")),
    Topic("antitrust", ("antitrust", "anti-trust", "#antitrust")),
    Topic("房地产", ("房地产", "房地產", "#房地产")),
    Topic('"rate cut"', ("rate cut", "rate cuts", "#RateCut")),
)


@dataclass(frozen=True, slots=True)
class Post:
    """What an account says, and what becomes of it."""

    at: datetime
    handle: str
    text: str
    language: str
    late: timedelta = timedelta(0)  # X finds it so much later
    about: int | None = None  # place of the earlier post that it quotes or answers
    quotes: bool = False
    edited: tuple[datetime, str] | None = None  # when, to what


@dataclass(frozen=True, slots=True)
class World:
    """Accounts, people and posts, these by time."""

    days: float
    watches: Mapping[int, tuple[str, ...]]  # queries by chat
    follows: Mapping[int, tuple[str, ...]]  # accounts by chat
    posts: Sequence[Post]
    reposts: Sequence[tuple[datetime, str, int]]  # when, who, and the place of the post

    @property
    def accounts(self) -> list[str]:
        """All accounts that somebody follows."""
        return sorted({handle for some in self.follows.values() for handle in some})

    @property
    def ends(self) -> datetime:
        """When the last post has been made."""
        return BEGINS + timedelta(days=self.days)


@dataclass(frozen=True, slots=True)
class Size:
    """How large a world is."""

    chats: int
    accounts: int
    watches: int
    days: float
    a_day: int = 20  # posts of each account


def world(size: Size, seed: int) -> World:
    """Return the world of that size; a chat follows its share of the accounts and a tenth of others'."""
    chance = Random(seed)
    handles = [_handle(chance, number) for number in range(size.accounts)]
    own = size.watches // size.chats
    topics = {chat: tuple(_topics(chance, own)) for chat in range(1, size.chats + 1)}
    follows = {chat: tuple(handles[chat - 1 :: size.chats]) for chat in topics}
    if size.chats > 1:
        follows = {c: (*f, *chance.sample(handles, len(f) // 10)) for c, f in follows.items()}
    watched = _Watched(topics, follows)
    posts = sorted(_posts(size, handles, watched, chance), key=lambda post: post.at)
    posts = [_spoken_about(post, place, posts, chance) for place, post in enumerate(posts)]
    queries = {chat: tuple(topic.query for topic in some) for chat, some in topics.items()}
    followed = {chat: tuple(sorted(set(some))) for chat, some in follows.items()}
    return World(size.days, queries, followed, posts, list(_reposts(posts, handles, chance)))


@dataclass(slots=True)
class _Watched:
    """Which topics are wanted of an account."""

    topics: Mapping[int, tuple[Topic, ...]]
    follows: Mapping[int, tuple[str, ...]]
    _of: dict[str, list[Topic]] = field(default_factory=dict)

    def of(self, handle: str) -> list[Topic]:
        if not self._of:
            for chat, handles in self.follows.items():
                for each in handles:
                    self._of.setdefault(each, []).extend(self.topics[chat])
        return self._of[handle]


def _topics(chance: Random, count: int) -> list[Topic]:
    return list(TOPICS[:count]) if count > 10 else chance.sample(TOPICS, count)


def _handle(chance: Random, number: int) -> str:
    return "".join(chance.choices(_LETTERS, k=chance.randint(4, 11))) + str(number)


def _posts(size: Size, handles: Sequence[str], watched: _Watched, chance: Random) -> Iterator[Post]:
    for handle in handles:
        mine = watched.of(handle)
        for _ in range(round(size.days * size.a_day)):
            at = BEGINS + timedelta(seconds=round(chance.uniform(1, size.days * 86_400), 3))
            said = _said(mine, chance)
            late = timedelta(seconds=chance.uniform(20, _LATEST)) if chance.random() < _LATE else timedelta(0)
            language = _language(said, chance)
            text = _text(said, language, chance)
            yield Post(at, handle, text, language, late, edited=_edited(at, text, mine, chance))


def _said(mine: Sequence[Topic], chance: Random) -> str:
    """Return what a post says that search may find; "" as a rule."""
    dice = chance.random()
    if dice < _WANTED:
        return chance.choice(chance.choice(mine).said)
    if dice < _WANTED + _DECOYS:
        return chance.choice([decoy for topic in TOPICS if topic in mine for decoy in topic.decoys] or [""])
    if dice < _WANTED + _DECOYS + _OTHERS:
        wanted = {topic.query for topic in mine}
        others = [topic for topic in TOPICS if topic.query not in wanted]
        return chance.choice(chance.choice(others).said) if others else ""
    return ""


def _language(said: str, chance: Random) -> str:
    if any("\u4e00" <= letter <= "\u9fff" for letter in said):
        return "zh"
    if any("\u0400" <= letter <= "\u04ff" for letter in said):
        return "ru"
    return (
        chance.choices(("en", "it", "ru", "zh"), (6, 1, 1, 2))[0] if not said else chance.choice(("en", "it"))
    )


def _text(said: str, language: str, chance: Random) -> str:
    long = chance.random() < _LONG
    words = chance.choices(
        _WORDS[language].split(), k=chance.randint(60, 120) if long else chance.randint(5, 18)
    )
    gap = "" if language == "zh" else " "
    if not said:
        return gap.join(words)
    place = chance.randint(0, len(words))
    before, after = gap.join(words[:place]), gap.join(words[place:])
    tight = language == "zh" and said[0] not in "#@$" and said[-1] > "\u2fff"
    return (before + said + after if tight else f"{before} {said} {after}").strip()


def _edited(at: datetime, text: str, mine: Sequence[Topic], chance: Random) -> tuple[datetime, str] | None:
    if chance.random() >= _EDITED:
        return None
    when = at + timedelta(seconds=chance.uniform(40, 1500))
    added = chance.choice(chance.choice(mine).said) if chance.random() < 2 * _WANTED else "…"
    return when, f"{text} {added}"


def _spoken_about(post: Post, place: int, posts: Sequence[Post], chance: Random) -> Post:
    """Return the post, or one that quotes, answers or reposts an earlier one."""
    if not place:
        return post
    dice, about = chance.random(), chance.randrange(place)
    if dice >= _QUOTES + _ANSWERS:
        return post
    return replace(post, late=timedelta(0), about=about, quotes=dice < _QUOTES)


def _reposts(
    posts: Sequence[Post], handles: Sequence[str], chance: Random
) -> Iterator[tuple[datetime, str, int]]:
    for place, post in enumerate(posts):
        if chance.random() < _RETWEETS:
            yield post.at + timedelta(seconds=chance.uniform(60, 3600)), chance.choice(handles), place
