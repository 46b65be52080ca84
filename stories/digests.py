"""Round-ups and pages that go on: they speak of many stories, so they join none together."""

from __future__ import annotations

import re

from text import fold_key, simplified

_DIGEST = re.compile(
    r"早报|晚报(?!道)|早知道|早间要闻|晚间要闻|要闻(?:汇总|速览|一览|回顾)|新闻(?:汇总|速览|早班车|早餐)"
    r"|一周(?:要闻|回顾|大事)|早餐\s*[|｜丨]|日报\s*[|｜丨:：]|周报\s*[|｜丨:：]|今日(?:要闻|头条汇总)"
    r"|(?:文字|实时)直播|滚动更新"
    r"|^\W*(?:the )?(?:\d+|three|four|five|six|seven|eight|nine|ten) (?:\w+ )?"
    r"(?:things|stories(?! (?:high|tall))|takeaways|headlines)\b"
    r"|\b(?:morning|evening|daily|weekly|news|crypto|market|ai) "
    r"(?:briefing|brief|digest|round-?up|wrap|rundown|recap)\b"
    r"|\b(?:round-?up|newsletter|live ?blog)\b|\blive (?:updates|coverage|reporting|blog)\b"
    r"|\bweek in review\b|\blive:|: live$|\bas it happened\b"
    r"|\brassegna stampa\b|\ble notizie (?:di|del|della) \w+|\bin diretta\b|^diretta\b|\bnotizie del giorno\b"
    r"|\bresumen (?:diario|semanal|del dia)\b|\bnoticias del dia\b|\ben (?:vivo|directo)\b"
    r"|ニュースまとめ|今日のニュース|오늘의 (?:뉴스|주요)|뉴스 브리핑"
    r"|главные новости|дайджест|итоги (?:дня|недели)|онлайн-трансляция|نشرة الاخبار|موجز (?:الانباء|الاخبار)"
)


def is_digest(title: str) -> bool:
    """Return whether a title is that of a round-up, a newsletter or a live page, in Hark's languages."""
    return _DIGEST.search(simplified(fold_key(title))) is not None
