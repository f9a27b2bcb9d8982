"""What is on the shelf: products, syringes, pumps."""

from __future__ import annotations

import attrs

from ketadose import formulas
from ketadose.errors import KetadoseError, shown
from ketadose.evidence import Citation, Source
from ketadose.measures import Amount, Concentration, Duration, FlowRate, Volume
from ketadose.measures.reading import read, read_optional
from ketadose.model.cited import read_citation
from ketadose.model.handling import Handling
from ketadose.records import Record, is_a, read_text
from ketadose.terms import INJECTED, Drug, Route, read_word


@attrs.define(init=False, frozen=True)
class Product(Record):
    """A vial, a bottle of solution or a single-use nasal device, with its strength as base.

    `strength` is mg/mL of base, `as_salt` the same as hydrochloride where the label says both, `volume` the mL in one pack.
    `routes` are those that the label names. `single_use`: what is left is waste; otherwise it is only left. A device has
    `sprays` and the `rest` between two devices, from `instructions`. `handling` tells how it is diluted and how long it
    keeps.

    Raises `KetadoseError`: a "measure." code, "word.unknown", "product.form".

    >>> import ketadose as kd
    >>> syrup = kd.Product("ketamine", "10 mg/mL", "100 mL", routes=("oral",), source=kd.Source.site("Compounding 7"))
    >>> print(syrup.content)
    1,000 mg
    """

    drug: Drug
    strength: Concentration
    as_salt: Concentration | None
    volume: Volume
    routes: tuple[Route, ...]
    single_use: bool
    sprays: int
    rest: Duration | None
    instructions: Citation | None
    handling: Handling | None
    citation: Citation = attrs.field(alias="source")
    name: str

    def __init__(
        self,
        drug: Drug | str,
        strength: object,
        volume: object,
        *,
        routes: tuple[Route | str, ...],
        single_use: bool = False,
        sprays: int = 0,
        rest: object = None,
        instructions: Citation | None = None,
        as_salt: object = None,
        handling: Handling | None = None,
        source: Source | Citation | None = None,
        name: str = "",
    ) -> None:
        if type(routes) not in {tuple, list} or not routes:
            raise KetadoseError(
                "product.form",
                f"{shown(routes)} names no routes",
                field="routes",
                received=routes,
                fix='Write a tuple such as ("oral",)',
            )
        if type(single_use) is not bool:
            raise KetadoseError(
                "argument.type", f"{shown(single_use)} is not True or False", field="single_use", received=single_use
            )
        if type(sprays) is not int or not 0 <= sprays < 100:
            raise KetadoseError("product.form", f"{shown(sprays)} is no number of sprays", field="sprays", received=sprays)
        if handling is not None and not is_a(handling, Handling):
            raise KetadoseError(
                "argument.type",
                f"{shown(handling)} is not a handling",
                field="handling",
                received=handling,
                expected="Handling(...)",
            )
        self.__attrs_init__(
            read_word(Drug, drug, "drug"),
            read(Concentration, strength, "strength"),
            read_optional(Concentration, as_salt, "as_salt"),
            read(Volume, volume, "volume"),
            tuple(read_word(Route, route, "routes") for route in routes),
            single_use,
            sprays,
            read_optional(Duration, rest, "rest"),
            None if instructions is None else read_citation(instructions),
            handling,
            read_citation(source),
            read_text(name, "name"),
        )

    @property
    def content(self) -> Amount:
        """The amount in one pack."""
        content: Amount = formulas.AMOUNT_IN(self.volume, self.strength).result
        return content

    @property
    def pack(self) -> str:
        """What one pack is called: a vial if it is for injection, else a pack."""
        return "vial" if INJECTED & set(self.routes) else "pack"

    def __str__(self) -> str:
        return f"{self.drug.value} {self.strength}, {self.volume}"


@attrs.define(init=False, frozen=True)
class Syringe(Record):
    """A syringe by its graduation and, where it matters, its capacity.

    >>> import ketadose as kd
    >>> kd.Syringe(graduation="0.01 mL", capacity="1 mL").graduation
    Volume('0.01 mL')
    """

    graduation: Volume
    capacity: Volume | None

    def __init__(self, graduation: object, capacity: object = None) -> None:
        step = read(Volume, graduation, "graduation")
        holds = read_optional(Volume, capacity, "capacity")
        if holds is not None and holds.value % step.value:
            raise KetadoseError(
                "device.settings",
                f"a capacity of {holds} is not a whole number of {step}",
                field="syringe",
                received=capacity,
                fix="Check graduation and capacity",
            )
        self.__attrs_init__(step, holds)


@attrs.define(init=False, frozen=True)
class Pump(Record):
    """An infusion pump by the step of its rate and, where known, the largest rate that it runs.

    >>> import ketadose as kd
    >>> kd.Pump(step="0.1 mL/h", largest_rate="999 mL/h").step
    FlowRate('0.1 mL/h')
    """

    step: FlowRate
    largest_rate: FlowRate | None

    def __init__(self, step: object, largest_rate: object = None) -> None:
        finest = read(FlowRate, step, "step")
        largest = read_optional(FlowRate, largest_rate, "largest_rate")
        if largest is not None and largest.value < finest.value:
            raise KetadoseError(
                "device.settings",
                f"a largest rate of {largest} is below the step of {finest}",
                field="pump",
                received=largest_rate,
                fix="Check step and largest_rate",
            )
        self.__attrs_init__(finest, largest)
