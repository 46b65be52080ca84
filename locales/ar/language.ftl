language-own-name = العربية
