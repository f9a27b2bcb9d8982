.PHONY: check lint types layers test coverage slow sheets bench proof

check: lint types layers test

lint:
	ruff format --check .
	ruff check .

types:
	mypy
	mypy --strict tests/typing
	pyright

layers:
	lint-imports

test:
	python -m pytest -q

coverage:
	coverage run -m pytest -q -n 0
	coverage report --fail-under=100

slow:
	python -m pytest -q -m slow

sheets:
	python docs/make_sheets.py

bench:
	python -m benchmarks

# The short forms of the long runs, as CI runs them; `python -m proof` lists what was measured.
proof:
	python -m proof.grid --quick
	python -m proof.vectors check
	python -m proof.node --quick
	python -m proof.matrix --quick
	python -m proof.printing --quick
	python -m proof.fuzz --quick
	python -m proof.package --quick
