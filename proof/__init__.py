"""Proof: every figure the project holds itself to, as a command anyone can run, and the record of its last run.

    python -m pip install -e ".[proof]"
    python -m proof              # the state of every figure
    python -m proof page         # write docs/evidence-of-quality.md from the records

Each other module measures one thing: `python -m proof.grid`, `python -m proof.fuzz`. A run writes `proof/records/<name>.json`
unless it is told `--quick`, which is the short form that CI runs and which exits 1 where something does not hold.
"""
