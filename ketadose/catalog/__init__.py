"""The facts: products, limits and protocols, each number with its citation. No logic lives here."""

VERSION = "2026.11"
"""The version of the facts; every result names it."""
