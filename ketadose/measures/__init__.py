"""A number with its meaning: kinds, reading, the pint bridge, safe printing."""

from ketadose.measures.kinds import (
    Age,
    Amount,
    AmountRate,
    BodyMassIndex,
    Concentration,
    Deviation,
    Duration,
    FlowRate,
    Height,
    PerWeight,
    PerWeightRate,
    Volume,
    Weight,
)
from ketadose.measures.measure import Beside, InUnit, Measure

__all__ = [
    "Age",
    "Amount",
    "AmountRate",
    "Beside",
    "BodyMassIndex",
    "Concentration",
    "Deviation",
    "Duration",
    "FlowRate",
    "Height",
    "InUnit",
    "Measure",
    "PerWeight",
    "PerWeightRate",
    "Volume",
    "Weight",
]
