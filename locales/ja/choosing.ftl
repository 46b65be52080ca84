# A site with several feeds; each follows with its name, and a button.
choice-asked = <b>{$name}</b> にはフィードがいくつかあります。どれをフォローしますか？
choice-releases = リリース
choice-commits = コミット
