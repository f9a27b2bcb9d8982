.PHONY: check lint types layers test coverage slow sheets bench

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
