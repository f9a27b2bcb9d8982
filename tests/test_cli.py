"""The command line: what it prints, what it refuses, and with which status."""

import json
import runpy
import subprocess
import sys

import pytest

import ketadose as kd
from ketadose.cli import main
from tests.refused import REFUSED

PLAN = [
    "plan",
    "--weight",
    "70 kg",
    "--protocol",
    "OLIVER_2022",
    "--start",
    "2026-01-05",
    "--product",
    "KETAMINE_50_MG_PER_ML",
    "--made-up-to",
    "100 mL",
    "--syringe",
    "0.01 mL",
    "--pump",
    "1 mL/h",
]


def test_plan_prints_six_dated_infusions(capsys):
    assert main(PLAN) == 0
    out = capsys.readouterr().out
    assert "Pump: 100 mL at 150 mL/h for 40 min; deviation of the duration 0 %" in out
    assert "  6. 2026-01-22 Thursday, day 18: 35 mg" in out
    assert "Course total, ordered: 210 mg (3 mg/kg)" in out
    assert "0.5 mg/kg × 70 kg = 35 mg" in out


def test_plan_without_working_is_shorter_and_still_has_its_findings(capsys):
    assert main([*PLAN, "--no-working"]) == 0
    out = capsys.readouterr().out
    assert "Working" not in out
    assert "course.derived" in out


@pytest.mark.parametrize("protocol", [each.name for each in kd.protocols.ALL if each.days and each.name not in REFUSED])
def test_every_protocol_is_planned_as_json(protocol, capsys):
    regimen = getattr(kd.protocols, protocol)
    open_ended = len(regimen.doses) > 1 and not regimen.days.ascending
    levels = ["--level", str((regimen.first or regimen.doses)[0])] if open_ended else []
    if not regimen.doses:
        assert main(["plan", "--weight", "70 kg", "--protocol", protocol, "--start", "2026-01-05"]) == 2
        assert "states no dose" in capsys.readouterr().err
        return
    assert main(["plan", "--weight", "70 kg", "--protocol", protocol, "--start", "2026-01-05", "--json", *levels]) == 0
    record = json.loads(capsys.readouterr().out)
    assert record["course"]["regimen"]["name"] == protocol
    assert record["course"]["sessions"][0]["date"] == "2026-01-05"


def test_devices_are_planned_with_one_level_for_each_session(capsys):
    levels = ["56 mg", *["84 mg"] * 7]
    arguments = ["plan", "--weight", "70 kg", "--protocol", "SPRAVATO_UNDER_65", "--start", "2026-01-05"]
    assert main([*arguments, "--level", *levels, "--product", "SPRAVATO_28_MG", "--no-working"]) == 0
    out = capsys.readouterr().out
    assert out.count("Devices: ") == 2
    assert "Devices: 2 devices, 4 sprays: 56 mg in 0.4 mL, 5 min rest after each, 5 min from the first to the last" in out
    assert "Devices: 3 devices, 6 sprays: 84 mg in 0.6 mL" in out


def test_dose_of_an_own_regimen(capsys):
    own = ["--drug", "ketamine", "--route", "intravenous", "--dose", "0.6 mg/kg", "--over", "40 min", "--source", "SOP 12"]
    assert main(["dose", "--weight", "83 kg", *own]) == 0
    out = capsys.readouterr().out
    assert "ketamine 49.8 mg intravenous over 40 min" in out
    assert "own regimen: SOP 12 (site, unpublished)" in out


def test_an_oral_dose_is_measured_and_an_injection_drawn(capsys):
    common = ["--weight", "70 kg", "--start", "2026-01-05", "--product", "KETAMINE_10_MG_PER_ML", "--syringe", "0.1 mL"]
    assert main(["plan", "--protocol", "IRWIN_2013", *common, "--no-working"]) == 0
    assert "Draw: 3.5 mL of ketamine 10 mg/mL = 35 mg" in capsys.readouterr().out
    assert main(["plan", "--protocol", "LOO_2016_INTRAMUSCULAR", *common, "--no-working"]) == 0
    assert "Draw: 0.7 mL of ketamine 10 mg/mL = 7 mg" in capsys.readouterr().out


def test_an_override_needs_a_name_and_is_printed(capsys):
    strong = [
        "dose",
        "--weight",
        "70 kg",
        "--drug",
        "ketamine",
        "--route",
        "intravenous",
        "--dose",
        "1.2 mg/kg",
        "--over",
        "60 min",
    ]
    assert main([*strong, "--override", "per_weight.high"]) == 2
    assert "override.incomplete" in capsys.readouterr().err
    assert main([*strong, "--override", "per_weight.high", "--by", "A. Doctor", "--reason", "earlier response"]) == 0
    assert "Overridden by A. Doctor: earlier response" in " ".join(capsys.readouterr().out.split())


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["dose", "--weight", "70,5 kg", "--protocol", "OLIVER_2022"], "measure.comma"),
        (["dose", "--weight", "70", "--protocol", "OLIVER_2022"], "measure.bare_number"),
        (["dose", "--weight", "70 kg", "--protocol", "OLIVER"], "word.unknown"),
        (["dose", "--weight", "70 kg"], "argument.type"),
        (["dose", "--weight", "70 kg", "--protocol", "OLIVER_2022", "--dose", "1 mg/kg"], "argument.type"),
        (["dose", "--weight", "70 kg", "--protocol", "GLUE_2017"], "tier.needed"),
        (["dose", "--weight", "70 kg", "--protocol", "GLUE_2017", "--level", "0.5 mg/kg", "1 mg/kg"], "tier.needed"),
        (["dose", "--weight", "70 kg", "--protocol", "OLIVER_2022", "--basis", "ideal"], "basis.needs"),
        ([*PLAN[:5], "--start", "5.1.2026"], "date.unreadable"),
        ([*PLAN[:7], "--pump", "1 mL/h"], "argument.type"),
        ([*PLAN[:7], "--product", "KETAMINE_50"], "word.unknown"),
        ([*PLAN, "--rounding", "half even"], "word.unknown"),
        ([*PLAN[:-2], "--largest-rate", "999 mL/h"], "argument.type"),
        ([*PLAN[:7], "--rounding", "down"], "argument.type"),
        (["dose", "--weight", "70 kg", "--protocol", "TAYLOR_2018", "--by", "A\nDose: 350 mg"], "argument.text"),
        (["dose", "--weight", "70 kg", "--protocol", "TAYLOR_2018", "--by", "\udcff"], "argument.text"),
    ],
)
def test_bad_input_is_status_2_and_the_errors_own_message(arguments, code, capsys):
    assert main(arguments) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.startswith("ketadose: ")
    assert f"[{code}]" in captured.err


def test_a_stop_lists_every_stop(capsys):
    own = ["--drug", "ketamine", "--route", "intravenous", "--dose", "5 mg/kg", "--over", "40 min"]
    assert main(["dose", "--weight", "70 kg", *own]) == 2
    err = capsys.readouterr().err
    assert "[limit.stop]" in err
    assert err.count("STOP per_weight.high") == 2
    assert err.count("STOP per_weight_rate.high") == 1


@pytest.mark.parametrize("command", [[], ["dose"], ["plan"]])
def test_help_teaches_by_example(command):
    out = subprocess.run([sys.executable, "-m", "ketadose", *command, "--help"], capture_output=True, text=True, check=True)
    assert '"70 kg"' in out.stdout
    if command:
        assert "examples:" in out.stdout
        assert f"python -m ketadose {command[0]}" in out.stdout


def test_the_module_runs_and_its_status_is_mains():
    run = subprocess.run(
        [sys.executable, "-m", "ketadose", "dose", "--weight", "x", "--protocol", "TAYLOR_2018"],
        capture_output=True,
        check=False,
    )
    assert run.returncode == 2
    assert b"measure.text" in run.stderr


def test_a_flag_that_has_no_use_is_refused_and_not_ignored(capsys):
    glue = [
        "plan",
        "--weight",
        "70 kg",
        "--protocol",
        "GLUE_2017",
        "--start",
        "2026-01-05",
        "--product",
        "KETAMINE_50_MG_PER_ML",
    ]
    assert main([*glue, "--pump", "1 mL/h"]) == 2
    assert "--pump has no use here: the dose is not an infusion" in capsys.readouterr().err
    spray = ["plan", "--weight", "70 kg", "--protocol", "SPRAVATO_UNDER_65", "--level", "56 mg", "--start", "2026-01-05"]
    assert main([*spray, "--product", "SPRAVATO_28_MG", "--syringe", "0.01 mL"]) == 2
    assert "--syringe has no use here" in capsys.readouterr().err


class Closed:
    """A standard output that nobody reads any more."""

    def write(self, text):
        raise BrokenPipeError

    def flush(self):
        raise BrokenPipeError


def test_a_closed_pipe_is_status_1_and_silent(monkeypatch, capsys):
    monkeypatch.setattr(sys, "stdout", Closed())
    assert main(["dose", "--weight", "70 kg", "--protocol", "TAYLOR_2018"]) == 1
    sys.stdout.close()
    assert capsys.readouterr().err == ""


def test_the_module_ends_with_mains_status(monkeypatch, capsys):
    monkeypatch.setattr(sys, "argv", ["ketadose", "dose", "--weight", "70 kg", "--protocol", "TAYLOR_2018"])
    with pytest.raises(SystemExit) as ended:
        runpy.run_module("ketadose", run_name="__main__")
    assert ended.value.code == 0
    assert "ketamine 35 mg" in capsys.readouterr().out


def test_a_reader_who_leaves_early_is_no_traceback():
    command = f"{sys.executable} -m ketadose plan --weight '70 kg' --protocol IRWIN_2013 --start 2026-01-05 --json | head -c 10"
    run = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=False)
    assert run.stderr == ""


def test_importing_the_module_runs_nothing(capsys):
    runpy.run_module("ketadose.__main__", run_name="ketadose.__main__")
    assert capsys.readouterr().out == ""


def test_the_dosing_weight_can_be_capped(capsys):
    assert main(["dose", "--weight", "110 kg", "--protocol", "TAYLOR_2018", "--weight-cap", "100 kg", "--no-working"]) == 0
    out = capsys.readouterr().out
    assert "Dose: ketamine 50 mg intravenous over 40 min (0.5 mg/kg of 100 kg, actual weight, at most 100 kg)" in out


def test_a_reason_without_an_override_is_refused(capsys):
    assert main(["dose", "--weight", "70 kg", "--protocol", "TAYLOR_2018", "--reason", "because"]) == 2
    assert "--reason has no use here" in capsys.readouterr().err
