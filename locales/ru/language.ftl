language-own-name = Русский
