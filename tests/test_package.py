"""What goes with the package: its citation, its licences, why it needs what it needs, and the checks of what is built."""

import json
import re
import tomllib
from pathlib import Path

import pytest

import ketadose as kd
from proof.archives import leaks, sdist_faults, wheel_faults
from proof.licences import Licensed, licences, licensed, needs, packages_in
from proof.package import failures, oldest, outcomes, readme_plan
from proof.sbom import bill_faults

ROOT = Path(__file__).resolve().parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
PAGE = (ROOT / "docs/dependencies.md").read_text("utf-8")
WHEEL = {
    "ketadose/__init__.py": b"1",
    "ketadose/py.typed": b"",
    **{
        f"ketadose-0.1.0.dist-info/{name}": b""
        for name in ("METADATA", "RECORD", "WHEEL", "entry_points.txt", "licenses/LICENSE")
    },
}
SDIST = {
    "ketadose/__init__.py": b"1",
    "ketadose/py.typed": b"",
    "tests/test_one.py": b"",
    ".gitignore": b"",
    "PKG-INFO": b"",
    "pyproject.toml": b'[tool.hatch.build.targets.sdist]\ninclude = ["/ketadose", "/tests"]\n',
}
TRACKED = [".ci/run", ".gitignore", "ketadose/__init__.py", "ketadose/py.typed", "pyproject.toml", "tests/test_one.py"]


def table(heading):
    """The rows of the page's table whose first columns are called so, each as its cells."""
    lines = PAGE.split(f"| {heading} |")[1].split("\n\n")[0].splitlines()[2:]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]


def without(archive, name):
    return {each: held for each, held in archive.items() if each != name}


def package(tmp_path, *lines):
    """A package as it lies installed, with these lines of metadata."""
    folder = tmp_path / "some-1.dist-info"
    folder.mkdir()
    (folder / "METADATA").write_text("\n".join(["Metadata-Version: 2.4", "Name: Some", "Version: 1", *lines]) + "\n")
    (found,) = packages_in(tmp_path).values()
    return found


def test_the_citation_is_of_this_version_and_dated_when_it_is_released():
    cited = dict(re.findall(r"^([a-z-]+): +\"?([^\"\n]+)\"?$", (ROOT / "CITATION.cff").read_text("utf-8"), re.MULTILINE))
    assert (cited["version"], cited["license"], cited["title"]) == (kd.__version__, PROJECT["license"], PROJECT["name"])
    (told,) = re.findall(rf"^## {re.escape(kd.__version__)}(.*)$", (ROOT / "CHANGELOG.md").read_text("utf-8"), re.MULTILINE)
    assert ("date-released" in cited) == ("not released" not in told)


def test_every_package_that_comes_with_the_library_is_accounted_for():
    """With its licence as its own metadata tells it, and what needs it: one more dependency of a dependency fails here."""
    direct = {name: licence for name, _, licence, *_ in table("package | at least")}
    further = {name: licence for name, licence, _ in table("package | licence")}
    assert direct.keys() == {re.match(r"[a-z]+", line)[0] for line in PROJECT["dependencies"]}
    assert direct | further == {row.name: row.licence for row in licences() if row.name != "ketadose"}


def test_who_needs_what_is_true():
    installed = packages_in()
    names = [name for heading in ("package | at least", "package | licence") for name, *_ in table(heading)]
    for name, _, users in table("package | licence"):
        assert users.split(", ") == sorted(each for each in names if name in needs(installed[each]))


def test_the_lower_bounds_on_the_page_are_those_of_the_package():
    assert [f"{name}>={version}" for name, version, *_ in table("package | at least")] == PROJECT["dependencies"]


def test_every_extra_is_explained():
    told = {extra.strip("`"): brings for extra, brings, _ in table("extra | brings")}
    asked = {
        extra: {re.match(r"[\w-]+", line)[0] for line in lines} for extra, lines in PROJECT["optional-dependencies"].items()
    }
    assert told.keys() == asked.keys()
    told["dev"] = told["dev"].replace("the same, and ", f"{told['test']}, ")
    assert {extra: set(brings.split(", ")) for extra, brings in told.items()} == asked


@pytest.mark.parametrize(
    ("lines", "licence"),
    [
        (["License-Expression: MIT", "Classifier: License :: OSI Approved :: BSD License"], "MIT"),
        (["License: BSD", "Classifier: License :: OSI Approved :: BSD License"], "BSD"),
        (["License: BSD-3-Clause"], "BSD"),
        (["License: Permission is granted", "        to anybody", "Classifier: License :: OSI Approved :: MIT License"], "MIT"),
        (["License: GPL-3.0", "Classifier: License :: OSI Approved :: MIT License"], None),
        (["License-Expression: GPL-3.0-only", "Classifier: License :: OSI Approved :: MIT License"], None),
        (["License-Expression: MIT AND GPL-3.0-only"], None),
        ([f"Classifier: License :: OSI Approved :: {name} License" for name in ("MIT", "BSD")], None),
        (["Classifier: License :: OSI Approved :: MIT License", "Classifier: License :: Other/Proprietary License"], None),
        ([], None),
    ],
)
def test_a_licence_is_allowed_or_a_person_reads_it(tmp_path, lines, licence):
    assert licensed(package(tmp_path, *lines)).licence == licence


def test_a_dependency_of_an_extra_or_of_another_python_is_not_needed(tmp_path):
    wanted = ["needed>=1", "old; python_version < '3'", "more; extra == 'all'"]
    assert needs(package(tmp_path, *(f"Requires-Dist: {line}" for line in wanted))) == ["needed"]


def test_archives_as_they_should_be_have_no_fault():
    assert wheel_faults(WHEEL, SDIST) == []
    assert sdist_faults(SDIST, TRACKED) == []


@pytest.mark.parametrize("name", WHEEL)
def test_what_is_missing_from_the_wheel_is_seen(name):
    (fault,) = wheel_faults(without(WHEEL, name), SDIST)
    assert fault.startswith("not in the wheel: ")
    assert name.endswith(fault.partition(": ")[2])


def test_a_wheel_without_its_typing_mark_is_seen_even_where_the_source_has_none():
    assert wheel_faults(without(WHEEL, "ketadose/py.typed"), without(SDIST, "ketadose/py.typed")) == [
        "not in the wheel: ketadose/py.typed"
    ]


@pytest.mark.parametrize("name", ["tests/test_one.py", "ketadose/left.pyc", "other-1.dist-info/METADATA", "ketadose.pth"])
def test_what_does_not_belong_into_the_wheel_is_seen(name):
    assert wheel_faults(WHEEL | {name: b""}, SDIST) == [f"too much in the wheel: {name}"]


def test_another_module_in_the_wheel_than_in_the_source_is_seen():
    assert wheel_faults(WHEEL | {"ketadose/__init__.py": b"2"}, SDIST) == ["otherwise in the wheel: ketadose/__init__.py"]


@pytest.mark.parametrize("name", ["tests/test_one.py", "PKG-INFO"])
def test_what_is_missing_from_the_source_distribution_is_seen(name):
    assert f"not in the source distribution: {name}" in sdist_faults(without(SDIST, name), TRACKED)


def test_an_include_of_nothing_is_seen():
    assert sdist_faults(without(SDIST, "tests/test_one.py"), []) == ["included, and nothing is there: /tests"]


@pytest.mark.parametrize("name", [".coverage", "tests/.hypothesis/a", "ketadose/__pycache__/a.pyc", "tests/.env"])
def test_what_a_run_leaves_behind_is_seen(name):
    assert sdist_faults(SDIST | {name: b""}, TRACKED) == [f"too much in the source distribution: {name}"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("see {place}/note.txt", "{place}"),
        ("file://{place}", "{place}"),
        ("https://{host}/simple", "{host}"),
        ("https://a:b@{host}:80/simple", "{host}"),
        ("{homes}/anna/note", "{homes}/anna/"),
        ("docs{place}", None),
        ("{place}s", None),
        ("other-{host}", None),
    ],
)
def test_what_names_a_machine_is_seen(text, told):
    words = {"place": "/somewhere", "host": "index.example", "homes": "/" + "home"}
    held = {"fine.py": b"", "note.py": text.format(**words).encode()}
    seen = [] if told is None else [f"note.py names {told.format(**words)}"]
    assert leaks(held, [words["place"], words["host"]]) == seen


def test_a_bill_that_is_not_what_is_needed_is_seen():
    needed = [Licensed("ketadose", "0.1.0", "MIT", ()), Licensed("typing-extensions", "4", "PSF-2.0", ())]
    held = {"name": "typing_extensions", "version": "4", "licenses": [{}]}
    bill = {"components": [held], "metadata": {"component": {"name": "ketadose", "licenses": [{}]}}}
    assert bill_faults(json.dumps(bill), needed) == []
    bill["components"] = [held | {"version": "5"}]
    assert bill_faults(json.dumps(bill), needed) == [
        "not in the bill of materials: typing-extensions 4",
        "too much in the bill of materials: typing-extensions 5",
    ]
    bill["components"] = [held | {"licenses": []}]
    assert bill_faults(json.dumps(bill), needed) == ["without a licence in the bill of materials: typing_extensions"]


def test_the_plan_of_the_readme_is_what_is_run_with_the_wheel():
    assert readme_plan()[:3] == ["-m", "ketadose", "plan"]
    assert "70 kg" in readme_plan()


def test_the_oldest_dependencies_are_pinned():
    assert oldest() == [line.replace(">=", "==") for line in PROJECT["dependencies"]]
    assert all(re.fullmatch(r"[a-z]+==[0-9.]+", each) for each in oldest())


@pytest.mark.parametrize(
    ("last", "counted"),
    [
        ("1234 passed, 2 skipped, 3 deselected in 61.20s (0:01:01)", {"passed": 1234, "skipped": 2}),
        ("1 failed, 12 passed, 1 error in 3.00s", {"failed": 1, "passed": 12, "error": 1}),
        ("no tests ran in 0.01s", {}),
    ],
)
def test_outcomes_are_counted_from_the_last_line_alone(last, counted):
    assert outcomes(f"7 passed in a name\n{last}\n") == counted


def test_failures_are_told_by_name_without_what_was_printed():
    printed = "E   oh\nFAILED tests/a.py::b - no file in a folder\nERROR tests/c.py\n1 failed, 1 error in 1s\n"
    assert failures(printed) == ["tests/a.py::b", "tests/c.py"]
