# A site with several feeds; each follows with its name, and a button.
choice-asked = <b>{$name}</b> ha più feed. Quale vuoi seguire?
choice-releases = Versioni pubblicate
choice-commits = Modifiche al codice
