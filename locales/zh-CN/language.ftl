language-own-name = 简体中文
