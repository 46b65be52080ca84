language-own-name = 繁體中文
