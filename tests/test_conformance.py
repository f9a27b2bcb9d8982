"""The conformance pack: the library answers as it says, and so does an implementation in another language."""

from __future__ import annotations

import json
import os
from collections import Counter

import pint
import pytest

import ketadose as kd
from proof.node import node, replies
from proof.printing import linted
from proof.vectors import KINDS, Vector, pack, vector
from proof.vectors.answers import answer

SLICE = min(pack.COUNT, 20 * int(os.environ.get("KETADOSE_EXAMPLES", "50")))
"""Vectors that are looked at; all of them from 250 examples on."""


def test_the_library_answers_as_the_pack_says():
    assert list(pack.differences(range(0, pack.COUNT, pack.COUNT // SLICE))) == []


def test_the_pack_is_whole_and_says_of_what_it_is():
    told, packed = pack.about(), pack.packed()
    assert list(packed) == list(range(pack.COUNT))
    assert told["sha256"] == pack.digest(line for _, line in packed.values())
    assert told["vectors"] == {kind: sum(each.kind == kind for each, _ in packed.values()) for kind in KINDS}
    assert (told["pack"], told["library"]) == (pack.VERSION, kd.__version__)


def test_another_answer_is_noticed(monkeypatch):
    """A library that takes pounds for kilograms differs somewhere among 200 vectors."""
    patient = kd.Patient
    monkeypatch.setattr(kd, "Patient", lambda weight, **more: patient(weight.replace(" lb", " kg"), **more))
    assert list(pack.differences(range(200))) != []


@pytest.mark.skipif(node() is None, reason="Node is not installed")
def test_the_oracle_answers_as_the_pack_says():
    """The expected text stands in the pack; the oracle is another implementation, so that both must be wrong alike."""
    asked = [each for each in pack.packed().values() if each[0].number % (pack.COUNT // SLICE) == 0]
    assert replies(node(), [each for each, _ in asked]) == [line for _, line in asked]


@pytest.mark.skipif(node() is None, reason="Node is not installed")
def test_the_oracle_does_not_answer_alike_to_everything():
    questions = [Vector(1, "reading", {"measure": "weight", "text": text}) for text in ("70 kg", "70.0 kg", "70,0 kg", "70 lb")]
    texts = [json.loads(line)["answer"] for line in replies(node(), questions)]
    assert [each.get("text") for each in texts] == ["70 kg", "70 kg", None, "31.75 kg (exact 31.7514659 kg)"]
    assert texts[2]["refused"]["code"] == "measure.comma"


def test_the_pack_reaches_every_outcome():
    """A pack without a limit that is passed, a held rounding or a moved session would let any implementation conform."""
    met: Counter[str] = Counter()
    for each, line in pack.packed().values():
        told = json.loads(line)["answer"]
        refused = told.get("refused", {})
        code = refused.get("code", "answered")
        met.update((code, f"{each.kind} {code}"))
        met.update(" ".join(finding.split(":")[0].split()[:2]) for finding in (told | refused).get("findings", ()))
    wanted = {f"{kind} answered" for kind in KINDS} | {f"{kind} limit.stop" for kind in KINDS if kind != "reading"}
    wanted |= {f"reading measure.{each}" for each in ("comma", "text", "unit", "length", "not_positive", "bare_number")}
    wanted |= {"dose tier.needed", "dose tier.unknown", "dose word.unknown", "basis.domain", "dose patient.weight"}
    wanted |= {f"infusion {each}" for each in ("bag.volume", "bag.choice", "draw.too_small", "draw.capacity", "rounding.none")}
    wanted |= {f"infusion {each}" for each in ("rate.too_fast", "rate.too_slow", "infusion.elapsed", "device.settings")}
    wanted |= {"injection product.form", "injection product.route", "devices devices.whole", "devices product.drug"}
    wanted |= {"course course.start", "course course.impossible", "course course.tiers", "course course.pattern"}
    wanted |= {"NOTE rounding.held_down", "CAUTION rounding.coarse", "CAUTION line.residue", "STOP product.undiluted"}
    wanted |= {"NOTE course.moved", "STOP per_week.high", "CAUTION window.high", "CAUTION interval.low", "STOP dose.area"}
    assert {name for name in wanted if met[name] < 2} == set()


def test_what_the_vectors_print_is_safe_to_print():
    assert linted(0, SLICE // 4)["found"] == []


def test_a_refused_course_tells_everything_that_was_found():
    """Which sessions had to move is known although the course is refused for having too many of them in a week."""
    clinic = kd.Calendar(closures=["2026-01-07"])
    with pytest.raises(kd.LimitError) as caught:
        kd.plan_course("70 kg", kd.protocols.OLIVER_2022, days=(1, 2, 3, 4), start="2026-01-05", calendar=clinic)
    found = [str(finding) for finding in caught.value.findings]
    assert len(found) == len(set(found))
    assert {"per_week.high", "course.moved", "course.other_days"} <= {finding.code for finding in caught.value.findings}


def test_what_is_offered_instead_is_written_as_it_would_be_printed():
    for text, meant in (
        ("0,50 mg", "0.5 mg"),
        (".50 mg", "0.5 mg"),
        ("070.0 mg", "70 mg"),
        ("7,0 mg", "7 mg"),
        ("0,5 ug", "0.5 mcg"),
    ):
        told = answer("reading", {"measure": "amount", "text": text})["refused"]["message"]
        assert f"Write {meant} if that is meant" in told
    with pytest.raises(kd.KetadoseError, match=r"expected mg/mL or mcg/mL or g/L or mg/L\. \[measure\.unit\]"):
        kd.measures.Concentration("1 mg/mL").to("mg/dL")


def test_a_vector_is_always_the_same():
    assert vector(6) == Vector(6, "reading", {"measure": "duration", "text": "294 s", "to": "min"})


def test_a_quantity_is_quoted_alike_by_every_pint():
    """pint changed how a Quantity writes itself for programmers, not how it writes itself for people."""
    with pytest.raises(kd.KetadoseError, match="weight: '0 kilogram' is not more than zero"):
        kd.measures.Weight(pint.Quantity(0, "kilogram"))
