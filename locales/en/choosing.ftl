# A site with several feeds; each follows with its name, and a button.
choice-asked = <b>{$name}</b> has several feeds. Which one shall I follow?
choice-releases = Releases
choice-commits = Commits
