"""What a salt and another drug amount to: molecular weights, and the ratio in which a source exchanged two drugs."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import attrs

from ketadose.evidence import Citation
from ketadose.model.bioavailability import check_origin, figure, refuse
from ketadose.pharmacology import WHOLE, Ratio, Share
from ketadose.records import Record, exact_text, plain, read_text
from ketadose.terms import Drug


@attrs.frozen
class Potency(Record):
    """How many mg of racemic ketamine a source gave against 1 mg of esketamine.

    Raises `KetadoseError`: "bioavailability.form", "argument.text", "record.hollow".

    >>> from ketadose.catalog import salts
    >>> print(salts.CORREIA_MELO_2020)
    CORREIA_MELO_2020: ketamine to esketamine (2:1) (Correia-Melo et al. 2020, J Affect Disord 264:527-534, PMID 31786030,
    abstract)
    """

    name: str
    value: Fraction = attrs.field(converter=figure)
    citation: Citation
    remarks: tuple[str, ...] = ()

    def __attrs_post_init__(self) -> None:
        read_text(self.name, "name", empty=False)
        check_origin(self.citation, self.remarks)
        if self.value <= 0:
            refuse("ratio", exact_text(self.value), "more than 0")

    @property
    def ratio(self) -> Ratio:
        """Racemate to esketamine."""
        return Ratio(self.value, Fraction(1))

    def lines(self) -> tuple[str, ...]:
        """The ratio as an entry of a working, with its remarks and its source."""
        told = f"{self.name}: dose of ketamine to dose of esketamine {self.ratio}"
        return (told, *(f"remark: {each}" for each in self.remarks), f"source: {self.citation}")

    def __str__(self) -> str:
        return f"{self.name}: ketamine to esketamine {self.ratio} ({self.citation})"

    def __plain__(self) -> dict[str, Any]:
        return plain(self) | {"text": str(self)}


@attrs.frozen
class Salt(Record):
    """The molecular weights, in g/mol, of a drug's base and of its hydrochloride.

    Raises `KetadoseError`: "bioavailability.form" unless 0 < base < hydrochloride; "argument.text", "record.hollow".

    >>> from ketadose.catalog import salts
    >>> print(salts.KETAMINE_HYDROCHLORIDE)
    ketamine hydrochloride to base (274.19:237.73), base is 86.7 % (rounded) of it (The Merck Index, ketamine, as printed in
    a data sheet, data.cas-msds.com/Ketamine.html, molecular weights)
    """

    name: str
    drug: Drug
    base: Fraction = attrs.field(converter=figure)
    hydrochloride: Fraction = attrs.field(converter=figure)
    citation: Citation
    remarks: tuple[str, ...] = ()

    def __attrs_post_init__(self) -> None:
        read_text(self.name, "name", empty=False)
        check_origin(self.citation, self.remarks)
        if type(self.drug) is not Drug:
            refuse("drug", self.drug, "one Drug")
        if not 0 < self.base < self.hydrochloride:
            refuse("weights", (exact_text(self.base), exact_text(self.hydrochloride)), "0 < base < hydrochloride")

    @property
    def ratio(self) -> Ratio:
        """Hydrochloride to base."""
        return Ratio(self.hydrochloride, self.base)

    def lines(self) -> tuple[str, ...]:
        """The weights as an entry of a working, with remarks and source."""
        weights = f"{exact_text(self.hydrochloride)} and {exact_text(self.base)}"
        told = f"molecular weights of {self.drug.value} hydrochloride and base: {weights}"
        return (told, *(f"remark: {each}" for each in self.remarks), f"source: {self.citation}")

    def __str__(self) -> str:
        part = Share(WHOLE / self.ratio.value)
        return f"{self.drug.value} hydrochloride to base {self.ratio}, base is {part} of it ({self.citation})"

    def __plain__(self) -> dict[str, Any]:
        return plain(self) | {"text": str(self)}
