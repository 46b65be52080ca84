# Everything runs in .venv, which requirements/install makes and keeps; nothing else is touched.
# PYTHON=/path/to/python3 chooses another Python, ARGS="..." reaches the program that a target starts.

.DEFAULT_GOAL := help
.PHONY: help run demo install install-dev test lint format fuzz conversations bench lock image

python := .venv/bin/python
pytest := $(python) -m pytest -o faulthandler_timeout=240 -o faulthandler_exit_on_timeout=true

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-13s %s\n", $$1, $$2 }' Makefile

run: install ## install what is missing, start Hark (ARGS="check", "preview --watch ..." for another command)
	@exec $(python) bot.py $(ARGS)

demo: install ## see Hark at work without network or token
	@exec $(python) bot.py demo $(ARGS)

install: ## put the pinned packages into .venv
	@sh requirements/install runtime

install-dev: ## the same with linter, type checker and test tools
	@sh requirements/install dev

test: lint ## linter, type checker and all tests
	@$(pytest) -n 2 -m "not slow" $(ARGS)

lint: install-dev ## linter, formatting and type checker
	@$(python) -m ruff check --quiet .
	@$(python) -m ruff format --check --quiet . || { echo 'run "make format" and look again' >&2; exit 1; }
	@$(python) -m mypy --no-error-summary .

format: install-dev ## let the linter mend what it can
	@$(python) -m ruff check --fix --quiet . ; $(python) -m ruff format --quiet .

fuzz: install-dev ## guided fuzzing of documents and addresses (SECONDS=60 each), then the slow property tests, hours of them
	@$(python) -m pip install --quiet --disable-pip-version-check --require-hashes --only-binary :all: --no-deps \
		--requirement requirements/fuzz.txt || echo "no atheris for this system: guided fuzzing is left out" >&2
	@$(python) -m tests.feeds.fuzz addresses $(or $(SECONDS),60)
	@$(python) -m tests.feeds.fuzz documents $(or $(SECONDS),60)
	@$(pytest) -o faulthandler_timeout=0 -m slow $(ARGS)

conversations: install-dev ## write down anew what Hark says in tests/conversations and docs/conversation.md
	@$(python) -m tests.conversations.record $(ARGS)

bench: ## print Hark's figures beside those of its peers
	@sh requirements/install bench
	@for program in bench/[a-z]*.py; do \
		name=$${program#bench/}; $(python) -m "bench.$${name%.py}" $(ARGS) || exit 1; done

lock: ## resolve requirements/*.in anew (ARGS=--upgrade takes newer releases)
	@sh requirements/lock $(ARGS)

image: ## build the container image (BASE=... for another base)
	docker build --tag hark $(if $(BASE),--build-arg BASE=$(BASE)) .
