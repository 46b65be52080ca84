language-own-name = 日本語
