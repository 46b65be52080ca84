language-own-name = 한국어
