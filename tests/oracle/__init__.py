"""An independent oracle: text in, exact numbers out as pairs of whole numbers.

It shares no code and no import with ketadose: not its fractions, not its units, not its limits, which are typed again from
the catalog's sources; tests compare the two. A pair (n, d) is n/d with d above zero, never reduced.

- What is written and printed: `units`, `quantities`, `floats`, `printing`, `expressions`, `frequency`.
- Every formula: `formulas`, with `weights` and `shares`.
- Every limit and what must be said of a person: `limits`, `patients`, `weighing`.
- Every rounding and device: `devices`; pumps that run: `running`, `programme`.
- Every rule of time: `course`, `cumulation`, `patterns`, `placement`, `clocks`, `titration`, `intervals`.
- Answers before a session: `screening`.
"""
