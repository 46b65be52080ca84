stream-line = ⚠️ ‏X: البث منقطع منذ ⁨<tg-time unix="{$unix}" format="{$format}">{$clock}</tg-time>⁩، المحاولة التالية ⁨<tg-time unix="{$next-unix}" format="{$next-format}">{$next-clock}</tg-time>⁩: ⁨{$reason}⁩. في هذه الأثناء يُبحث في X مرة كل ⁨{$interval}⁩.
stream-broken = ⚠️ بث X منقطع منذ ⁨{$since}⁩: ⁨{$reason}⁩. في هذه الأثناء يُبحث في X مرة كل ⁨{$interval}⁩، وسأواصل المحاولة.
stream-over = ✅ عاد بث X. انقطع ⁨{$length}⁩ منذ ⁨{$since}⁩: ⁨{$reason}⁩. وما نُشر في تلك الأثناء جرى البحث عنه.
