"""Base and hydrochloride: what a strength that is printed as salt holds of base, and the other way round."""

from __future__ import annotations

from typing import Any

import attrs

from ketadose import pharmacology
from ketadose.catalog import salts
from ketadose.errors import KetadoseError, shown
from ketadose.evidence import Citation
from ketadose.measures import Amount
from ketadose.measures.reading import read
from ketadose.model.salt import Salt
from ketadose.records import Record, plain, whole
from ketadose.terms import Drug, Word, read_word
from ketadose.working import Given, Step, Working


class Form(Word):
    """What an amount is an amount of."""

    BASE = "base"
    HYDROCHLORIDE = "hydrochloride"


def _amount(given: object) -> Amount:
    return read(Amount, given, "amount")


def _form(given: Form | str) -> Form:
    return read_word(Form, given, "form")


@attrs.frozen
class Converted(Record):
    """An amount of base or hydrochloride, told as the other; the amount is computed from the other fields.

    Raises `KetadoseError`: "argument.type", "word.unknown", "record.hollow" and what reading an amount raises.
    """

    given: Amount = attrs.field(converter=_amount)
    form: Form = attrs.field(converter=_form)
    salt: Salt

    def __attrs_post_init__(self) -> None:
        if type(self.salt) is not Salt:
            raise KetadoseError(
                "argument.type",
                f"{shown(self.salt)} is not a salt",
                field="salt",
                received=self.salt,
                fix="Use one of ketadose.catalog.salts.SALTS",
            )
        whole(self.salt, "salt")

    @property
    def amount(self) -> Amount:
        """The exact amount of the other form."""
        return self._step.result  # type: ignore[no-any-return]

    @property
    def other(self) -> Form:
        """The form that the amount is told in."""
        return Form.HYDROCHLORIDE if self.form is Form.BASE else Form.BASE

    @property
    def citation(self) -> Citation:
        """Where the molecular weights come from."""
        return self.salt.citation

    @property
    def working(self) -> Working:
        """What was given, the molecular weights with their source, and the step."""
        return Working((Given(f"{self.salt.drug.value} {self.form.value}", self.given), self.salt, self._step))

    @property
    def _step(self) -> Step:
        formula = pharmacology.HYDROCHLORIDE if self.form is Form.BASE else pharmacology.BASE
        return pharmacology.apply(formula, self.given, self.salt.ratio)

    def __str__(self) -> str:
        drug = self.salt.drug.value
        return f"{drug} {self.form.value} {self.given} = {drug} {self.other.value} {self.amount}"

    def __plain__(self) -> dict[str, Any]:
        answer = {"amount": self.amount.__plain__(), "text": str(self), "working": self.working.__plain__()}
        return plain(self) | answer


def base_of(hydrochloride: object, drug: Drug | str) -> Converted:
    """The base in an amount of hydrochloride: hydrochloride / (molecular weight of it : molecular weight of base).

    Raises `KetadoseError`: a "measure." code, "word.unknown".

    >>> print(base_of("57.67 mg", "ketamine"))
    ketamine hydrochloride 57.67 mg = ketamine base 50 mg (rounded)
    """
    return Converted(hydrochloride, Form.HYDROCHLORIDE, _salt(drug))


def hydrochloride_of(base: object, drug: Drug | str) -> Converted:
    """The hydrochloride that holds an amount of base: base * (molecular weight of hydrochloride : molecular weight of base).

    Raises `KetadoseError`: a "measure." code, "word.unknown".

    >>> print(hydrochloride_of("28 mg", "esketamine"))
    esketamine base 28 mg = esketamine hydrochloride 32.29 mg (rounded)
    """
    return Converted(base, Form.BASE, _salt(drug))


def _salt(drug: object) -> Salt:
    wanted = read_word(Drug, drug, "drug")
    return next(salt for salt in salts.SALTS if salt.drug is wanted)
