"""Results as text to read and file, made from their records and from nothing else."""

from ketadose.report.text import text

__all__ = ["text"]
