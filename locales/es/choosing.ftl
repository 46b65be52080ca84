# A site with several feeds; each follows with its name, and a button.
choice-asked = <b>{$name}</b> tiene varios feeds. ¿Cuál sigo?
choice-releases = Versiones
choice-commits = Commits
