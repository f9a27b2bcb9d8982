"""`python -m tests.told` writes the words of every case again."""

import json

from tests.told.cases import CASES, GOLDEN

if __name__ == "__main__":
    told = {section: {name: make() for name, make in cases.items()} for section, cases in CASES.items()}
    GOLDEN.write_text(json.dumps(told, indent=1) + "\n", "utf-8")
