"""The properties of QUALITY.md, one test each, and the grid against the oracle."""
