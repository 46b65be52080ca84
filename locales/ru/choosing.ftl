# A site with several feeds; each follows with its name, and a button.
choice-asked = У <b>{$name}</b> несколько лент. На какую подписаться?
choice-releases = Релизы
choice-commits = Коммиты
