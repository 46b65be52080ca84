language-own-name = Español
