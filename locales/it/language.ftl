language-own-name = Italiano
