"""What fuzzing found, and that it would be found: every target on its seeds, and where the library is broken on purpose."""

import json
from decimal import Decimal
from fractions import Fraction

import numpy as np
import pytest

import ketadose as kd
from ketadose.errors import KetadoseError
from ketadose.measures import grammar, refusal
from ketadose.terms import PhaseKind
from proof.fuzzing import chunk, measures
from proof.fuzzing.campaign import Chunk, Progress
from proof.fuzzing.given import Hostile, Share, field, fields_of, object_of, value_of
from proof.fuzzing.plans import PLANS, THOUSAND, goal_of, target_of
from proof.fuzzing.promises import refused
from proof.fuzzing.target import BrokenPromiseError, Target, fault, require
from tests.oracle import frequency
from tests.oracle.quantities import exactly, quantity

COURSE = {"amount": "35 mg", "sessions": 6, "total": "210 mg", "interval": "3 d", "span": 21}


def test_a_frequency_that_would_leave_the_sessions_unsaid_is_no_explanation():
    order = kd.Order(**COURSE, weight="70 kg", frequency="twice weekly for 3 weeks")
    found = kd.verify_order(order, protocol=kd.protocols.OLIVER_2022)
    assert found.verdict.value == "disagrees"
    (likely,) = found.likely
    assert (likely.field, likely.written, likely.meant) == ("interval", "3", "every 4 days")


@pytest.mark.parametrize("zone", ["A/" * 500 + "B", "A/" * 5000 + "B", "Europe/" + "B" * 1000])
def test_a_zone_of_many_folders_is_refused_and_not_looked_for(zone):
    with pytest.raises(KetadoseError) as refusal_of_it:
        kd.Calendar(zone=zone, at="09:00")
    assert refusal_of_it.value.code == "calendar.zone"


@pytest.mark.parametrize("times", [1, 2, 3, 4, 7, 10, 13])
@pytest.mark.parametrize("rest", [0, 9])
def test_a_pattern_repeated_is_one_block_after_another(times, rest):
    spread = kd.DayPattern.spread(3, within=8)
    for block in (spread, spread.called(PhaseKind.INDUCTION, "a response"), kd.DayPattern.every(2, sessions=3)):
        expected = block
        for _ in range(times - 1):
            expected = expected.then(block, after=rest)
        assert block.repeated(times, rest=rest) == expected


@pytest.mark.parametrize("name", PLANS)
def test_every_target_keeps_its_promises_on_its_seeds(name):
    target = target_of(name)
    assert target.seeds
    for seed in target.seeds:
        assert len(seed) <= target.longest
        target.check(target.make(seed))


@pytest.mark.parametrize("name", PLANS)
def test_every_target_makes_a_case_of_any_bytes(name):
    target = target_of(name)
    for data in (b"", b"\x00", b"\xff" * 9, b"\x01\n\x01", bytes(range(256)), *(bytes([n, n, n, n, n]) for n in range(256))):
        target.make(data)


def test_what_is_refused_where_the_oracle_reads_is_a_fault(monkeypatch):
    monkeypatch.setattr(grammar, "_match", lambda _: None)
    assert fault(measures.TARGET, b"\x0070 kg").told == "broken: 'Weight' refuses '70 kg'"


def test_a_wrong_value_is_a_fault(monkeypatch):
    monkeypatch.setattr(grammar, "_TENS", [1] * 40)
    assert fault(measures.TARGET, b"\x0070 kg") is None
    assert fault(measures.TARGET, b"\x0070.5 kg").told == "broken: 'Weight' reads '70.5 kg' as Weight('70.5 kg')"


def test_any_other_exception_is_a_fault_with_its_place(monkeypatch):
    def careless(*_):
        raise IndexError

    monkeypatch.setattr(refusal, "form", careless)
    assert fault(measures.TARGET, b"\x0070 kgs").told.startswith("escaped: IndexError at tests.test_fuzz_regressions:")


def _target(check, within=1000.0):
    return Target(make=bytes, check=check, within=within, longest=9, seeds=(), words=())


def _stop(_):
    raise SystemExit(2)


def test_an_end_of_the_process_is_a_fault():
    assert fault(_target(_stop), b"").kind.startswith("escaped: SystemExit")


def test_what_is_always_over_its_time_is_slow_and_what_once_was_is_not():
    assert fault(_target(len, within=1e-12), b"").kind.startswith("slow: ")
    assert fault(_target(len), b"") is None


def test_a_code_that_is_not_published_is_a_fault():
    refused(KetadoseError("measure.text", "an honest refusal"))
    with pytest.raises(BrokenPromiseError, match="is not published"):
        refused(KetadoseError("measure.unheard_of", "no such code"))


@pytest.mark.parametrize("message", ["\u00e4 [measure.text]", "x\ny [measure.text]", "x" * 300 + " [measure.text]", "no code"])
def test_a_message_that_cannot_be_printed_or_is_too_long_is_a_fault(message):
    class Loud(KetadoseError):
        def __str__(self):
            return message

    with pytest.raises(BrokenPromiseError, match="message"):
        refused(Loud("measure.text", "x"))


def test_a_catalogs_errors_are_each_looked_at():
    inside = KetadoseError("unheard.of", "x")
    with pytest.raises(BrokenPromiseError, match=r"unheard\.of"):
        refused(kd.errors.CatalogError.of((KetadoseError("measure.text", "x"), inside)))


def test_the_first_case_of_each_kind_of_fault_is_kept(tmp_path, capsys):
    def check(data):
        require(b"bad" not in data, "{} is bad", data)
        require(b"odd" not in data, "{} is odd", data)

    for data in (b"good", b"bad 1", b"bad 2", b"odd"):
        chunk.keep(_target(check), data, tmp_path)
    assert sorted(path.read_bytes() for path in tmp_path.iterdir()) == [b"bad 1", b"odd"]
    assert capsys.readouterr().err.count("fault: broken") == 2


def test_the_target_that_is_furthest_behind_is_next_and_nothing_done_is_lost(tmp_path):
    assert sum(plan.share for plan in PLANS.values()) == THOUSAND
    progress = Progress.load(tmp_path / "progress.json")
    for name in PLANS:
        assert progress.next(50_000) == name
        progress.add(name, Chunk(goal_of(name, 50_000), 2.0, 1.5, ""), "abc")
    assert progress.next(50_000) is None
    progress.save()
    again = Progress.load(tmp_path / "progress.json")
    assert again == progress
    assert (again.total, again.seconds, again.codes) == (50_000, 2 * len(PLANS), {"abc": 50_000})
    assert again.next(60_000) is not None
    assert json.loads((tmp_path / "progress.json").read_text())["processes"] == len(PLANS)


def test_fields_and_objects_out_of_bytes():
    names = ("amount", "weight")
    assert fields_of(field(names, amount="35 mg", weight="70 kg"), names) == {"amount": ["35 mg"], "weight": ["70 kg"]}
    assert fields_of(b"a1\na2\n\nc3", names) == {"amount": ["1", "2", "3"]}
    assert value_of(b"\x01\x00\x46") == 70
    assert value_of(b"\xff") == "\udcff"
    assert object_of(b"\x0270.5") == Decimal("70.5")
    assert {type(object_of(bytes([0x0F]) + b"x" * n)) for n in range(10)} >= {Hostile, bool, complex}
    assert type(object_of(b"\x0a\x01")) is Share


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (70, (70, 1)),
        (-1, (-1, 1)),
        (10**30, None),
        (True, None),
        (0.1, (1, 10)),
        (1e-5, (1, 10**5)),
        (1e30, None),
        (float("nan"), None),
        (Decimal("1.50E+3"), (1500, 1)),
        (Decimal("-Infinity"), None),
        (Decimal("0E-40"), (0, 1)),
        (Decimal(1).scaleb(-31), None),
        (Fraction(1, 3), (1, 3)),
        (Fraction(1, 10**31), None),
        (np.float32(0.1), (1, 10)),
        (np.timedelta64(1, "s"), None),
        ("70", None),
    ],
)
def test_the_oracle_of_numbers(given, expected):
    found = exactly(given)
    assert found == expected or Fraction(*found) == Fraction(*expected)


def test_the_oracle_of_quantities():
    assert quantity("Weight", frozenset({("gram", 1)}), 5) == (5, 1000)
    assert quantity("Weight", frozenset({("gram", 2)}), 5) is None
    assert quantity("Weight", frozenset({("gram", 1)}), 0) is None
    assert quantity("Deviation", frozenset({("percent", 1)}), 5) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("six infusions, twice weekly, six weeks", {"sessions": 6, "a_week": 2, "days": 42}),
        ("3x/week", {"a_week": 3}),
        ("12 doses,every 3 days in 28 days", {"sessions": 12, "every": 3, "days": 28}),
        ("daily", {"every": 1}),
        ("two weeks", {"days": 14}),
        ("biweekly", None),
        ("", None),
        ("six  infusions", None),
        ("06 infusions", None),
        ("daily ", None),
        (", daily", None),
    ],
)
def test_the_oracle_of_frequencies(text, expected):
    assert frequency.readings(text) == ([] if expected is None else [expected])
