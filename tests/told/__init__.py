"""What the library says, word for word: refusals, findings and records of many cases, as plain data.

The text of an error or a finding and the fields of a record are part of the interface: somebody reads the one and a program
the other. `python -m tests.told` writes tests/golden/told.json again; read the difference before keeping it.
"""
