.DEFAULT_GOAL := help
PYTHON ?= python3
BIN := .venv/bin

.PHONY: help setup demo test lint docs corpora schema bench peers mutation evaluate page page-sources page-test page-lock

help:
	@echo "make demo      set up and extract the sample plans into demo/"
	@echo "make test      set up and run the tests"
	@echo "make lint      ruff, mypy, import direction"
	@echo "make evaluate  accuracy on the project's own plans"
	@echo "make corpora   build corpora/ and gold/ from corpora/sources"
	@echo "make schema    write schemas/ and docs/record.md from the models"
	@echo "make docs      the documents as a site of files, in site/"
	@echo "make bench     speed and memory"
	@echo "make peers     speed and accuracy beside other tools (needs Java for one of them)"
	@echo "make mutation  the share of small faults in the layers that the tests notice; an hour or more"
	@echo "make page      build the review page (needs Node 20.19 or newer; the built files are committed)"
	@echo "make page-test types and unit tests of the review page (needs Node)"

setup: .venv/installed

# Where packages cannot be installed (no Debian, no rights), set-up goes on: the program says what a file needs.
.venv/debian-packages .venv/debian-packages-tests: .venv/%: %.txt
	@mkdir -p .venv
	@dpkg -s $$(cat $<) >/dev/null 2>&1 \
		|| (apt-get update -q && DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends $$(cat $<)) \
		|| echo "Without these system packages some files cannot be read: sudo apt-get install $$(tr '\n' ' ' < $<)"
	@touch $@

.venv/installed: requirements.lock pyproject.toml .venv/debian-packages
	@$(PYTHON) -c 'import ensurepip' || { echo "Python lacks its venv: sudo apt-get install python3-venv"; exit 1; }
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	touch $@

# What only --engine ray needs (requirements-ray.lock holds what requirements.lock does not).
.venv/ray-installed: requirements-ray.lock .venv/installed
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock -r requirements-ray.lock
	touch $@

# What drives the browser of debian-packages-tests.txt in the tests of pages; the lock holds only what is added, as above.
.venv/browser-installed: requirements-browser.lock .venv/installed .venv/debian-packages-tests
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock -r requirements-browser.lock
	touch $@

.venv/mutation-installed: requirements-mutation.lock .venv/installed
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock -r requirements-mutation.lock
	touch $@

# The tools that benchmarks.peers runs, in an environment of their own: they may ask for other versions than the program.
.venv-peers/installed: requirements-peers.lock
	$(PYTHON) -m venv .venv-peers
	.venv-peers/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-peers.lock
	touch $@

corpora: setup
	$(BIN)/python -m corpora.build

demo: setup
	$(BIN)/kehoach extract corpora/docx corpora/pdf/rac-thai-tinh-2019.pdf --out demo
	@echo "The records are in demo/, one JSON file for each plan; demo/plans.csv lists them."

test: setup .venv/ray-installed .venv/browser-installed
	$(BIN)/python -m pytest -n auto

lint: setup
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

schema: setup
	$(BIN)/kehoach schema > schemas/plan.schema.json
	$(BIN)/kehoach schema --of crosscheck > schemas/crosscheck.schema.json
	$(BIN)/python -m tools.record_reference > docs/record.md

docs: setup
	$(BIN)/python -m mkdocs build --strict
	@echo "The site is in site/; open site/index.html."

evaluate: setup
	@for format in text wrapped markdown docx pdf; do \
		echo; echo "corpora/$$format"; \
		$(BIN)/kehoach evaluate gold --texts corpora/$$format --gold-texts corpora/text; \
	done
	@echo; echo "corpora/families"
	@$(BIN)/python -m extractor.evaluation.families

bench: setup
	@$(BIN)/python -m benchmarks
	@$(BIN)/python -m benchmarks.segmentation
	@$(BIN)/python -m benchmarks.archive
	@$(BIN)/python -m benchmarks.api

# The review page: sources and built files are committed, so only who changes the sources needs Node. It is built in build/page,
# so that no packages of npm come to lie in the package.
PAGE := extractor/reviewing/page

build/page/installed: $(PAGE)/source/package-lock.json
	@mkdir -p build/page
	@cp $(PAGE)/source/package.json $(PAGE)/source/package-lock.json build/page/
	cd build/page && npm ci --no-audit --no-fund --ignore-scripts
	@touch $@

page-sources: build/page/installed
	@rm -rf build/page/src build/page/tests build/page/public
	@cp -R $(PAGE)/source/. build/page/

page: page-sources
	cd build/page && npm run build
	rm -rf $(PAGE)/built
	cp -R build/page/built $(PAGE)/built

page-test: page-sources
	cd build/page && npm test

# After a change of package.json; the lock names no registry.
page-lock:
	cd $(PAGE)/source && npm install --package-lock-only --omit-lockfile-registry-resolved --no-audit --no-fund

peers: setup .venv-peers/installed
	@$(BIN)/python -m benchmarks.peers

mutation: .venv/mutation-installed
	@$(BIN)/python -m tools.mutation
