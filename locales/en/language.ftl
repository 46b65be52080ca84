language-own-name = English
