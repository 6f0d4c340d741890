# One path: a virtual environment in .venv, everything pinned by hash, this package in editable form.
# `make serve`, `make site` and `make test` each set up what they need.

PYTHON ?= python3
BIN := .venv/bin
ADDRESS ?= 127.0.0.1:8000

# Material prints a notice about MkDocs 2 at every run; the version of MkDocs is pinned below 2.
export NO_MKDOCS_2_WARNING := 1
# The same commit gives the same bytes, whenever it is built.
export SOURCE_DATE_EPOCH ?= $(shell git log -1 --format=%ct 2>/dev/null || echo 0)

.PHONY: help setup serve site test web screenshots check verify lint lock clean

help:
	@echo "make serve   the site at http://$(ADDRESS)/, following every change"
	@echo "make site    the site as files in site/"
	@echo "make test    the tests"
	@echo "make web     what the tests of the pages need besides: axe and the W3C's checker (Node, Java)"
	@echo "make screenshots   every kind of page, narrow and wide, light and dark, in screenshots/index.html (ONLY=quotes: of those alone)"
	@echo "make check   everything that is wrong in the dossier, with file, line and column"
	@echo "make verify  re-check every citation against the texts in seeds/, and write the lock"
	@echo "make lint    style and types of the program"
	@echo "make lock    choose the newest versions of everything this uses"

setup: .venv/ready

.venv/ready: requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Python 3.11 or newer is needed; name one with: make PYTHON=python3.12 …" >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip' 2>/dev/null || \
		{ echo "Python has no ensurepip here; install the package python3-venv and run make again" >&2; exit 1; }
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch .venv/ready

serve: .venv/ready
	$(BIN)/mkdocs serve --dev-addr $(ADDRESS)

site: .venv/ready
	$(BIN)/mkdocs build --strict
	@echo "The site is in site/"

test: .venv/ready
	$(BIN)/pytest --numprocesses auto --dist loadfile

web:
	npm ci --prefix tests/web --ignore-scripts --no-audit --no-fund

screenshots: .venv/ready
	$(BIN)/python tests/site/screenshots.py screenshots $(ONLY)

check: .venv/ready
	$(BIN)/factsheet check

verify: .venv/ready
	$(BIN)/factsheet verify

lint: .venv/ready
	$(BIN)/ruff format --check
	$(BIN)/ruff check
	$(BIN)/mypy

lock: .venv/ready
	$(BIN)/pip install --quiet uv
	$(BIN)/uv pip compile --quiet --universal --upgrade --python-version 3.11 --generate-hashes --extra dev \
		--no-emit-index-url --no-annotate --no-header pyproject.toml -o requirements.lock

clean:
	rm -rf .venv site dist
