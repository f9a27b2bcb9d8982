"""Mutation testing: break the code in one small way after another, and see whether a test fails.

    python -m proof.mutation            # every mutant, twice; keeps the record
    python -m proof.mutation --quick    # the mutants of formulas and findings, once

mutmut makes the mutants: each operator turned, each number raised by one, each argument dropped or None, each text changed.
It does so for whole functions and methods; so that properties and cached functions are tried as well, their decorator is first
written as the assignment that it stands for. What mutmut leaves alone: `__new__`, module-level tables and class bodies.

The trials are run here instead of by `mutmut run`, which starts pytest afresh for each mutant: the tests are collected once,
and each mutant is tried in a fork of that process, on the tests that run its function, the strictest and quickest first.
"""
