"""An independent oracle: text in, exact numbers out as pairs of whole numbers.

It shares no code and no import with ketadose: not its fractions, not its units, not its limits (`limits.py` repeats them
from the catalog's sources; a test compares the two). A pair (n, d) is n/d with d above zero, never reduced.
"""
