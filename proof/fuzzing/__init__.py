"""Fuzzing: bytes nobody thought of, given to every reader of the library.

A target makes a case out of bytes and checks what the library promises of it. The bytes are text as a person would write it,
with a letter or two in front that choose: the seeds can be read, a dictionary of units and words works, and every case can be
run again without a fuzzer. `python -m proof.fuzz` runs them all.
"""
