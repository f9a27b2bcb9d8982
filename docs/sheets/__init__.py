"""The sheets that are made from the code, one module each."""
