"""What a user installs: built twice, looked into, installed alone, and tested as it was built.

    python -m proof.package                                  # everything, and the test-suite against the built wheel
    python -m proof.package --quick                          # without the test-suite, and without a record
    python -m proof.package --quick --sbom dist/sbom.json    # and keep the bill of materials, for a release

The test-suite runs twice: with the newest dependencies, and with the oldest that pyproject.toml allows.
"""

from __future__ import annotations

import argparse
import re
import shlex
import shutil
import sys
import tarfile
import tomllib
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import attrs

from proof.archives import files_in, leaks, of_this_machine, sdist_faults, tracked_files, wheel_faults
from proof.environment import Environment, run
from proof.licences import closure, licences, packages_in
from proof.records import ROOT, begin, finish
from proof.sbom import bill_faults, bill_of_materials

SOME_DAY = "1767225600"
"""A moment for the files inside the archives, so that no clock is in them."""
PROMISED = "  6. 2026-01-22 Thursday, day 18: 35 mg"
"""What the README's plan prints, among the rest."""
MODULES = """
import pkgutil, ketadose
names = [each.name for each in pkgutil.walk_packages(ketadose.__path__, "ketadose.")]
alone = [name for name in names if not name.startswith("ketadose.testing")]  # which needs hypothesis
for name in alone:
    __import__(name)
print(len(alone), ketadose.__file__)
"""


@attrs.frozen
class Built:
    """The two archives that a release is made of."""

    sdist: Path
    wheel: Path

    @classmethod
    def from_tree(cls, tree: Path, out: Path, **settings: str) -> Built:
        """Build both from a folder, each in an environment of its own."""
        command = ("build", "--sdist", "--wheel", "--outdir", out, tree)
        run(sys.executable, "-m", *command, environment={"SOURCE_DATE_EPOCH": SOME_DAY, **settings})
        return cls(next(out.glob("*.tar.gz")), next(out.glob("*.whl")))

    def unpacked(self, folder: Path) -> Path:
        """The source distribution, as somebody finds it who unpacks it."""
        with tarfile.open(self.sdist) as archive:
            archive.extractall(folder, filter="data")
        return next(folder.iterdir())


@attrs.define
class Inspection:
    """What was measured on the way, and what does not hold."""

    measured: dict[str, Any] = attrs.field(factory=dict)
    faults: list[str] = attrs.field(factory=list)

    def expect(self, holds: bool, otherwise: str) -> None:
        """Keep what does not hold."""
        if not holds:
            self.faults.append(otherwise)

    def look_into(self, built: Built) -> None:
        """Both archives hold what they should, and name no machine."""
        wheel, sdist = files_in(built.wheel), files_in(built.sdist)
        private = of_this_machine()
        self.faults += wheel_faults(wheel, sdist) + sdist_faults(sdist, tracked_files())
        self.faults += leaks(wheel, private) + leaks(sdist, private)
        self.measured |= {"files_in_wheel": len(wheel), "files_in_sdist": len(sdist)}
        for command in (("twine", "check", "--strict", built.sdist, built.wheel), ("check_wheel_contents", built.wheel)):
            told = run(sys.executable, "-m", *command, must_pass=False)
            self.expect(told.returncode == 0, f"{command[0]}: {told.stdout.strip()}")

    def build_again(self, built: Built, folder: Path) -> None:
        """What the source distribution builds, elsewhere and in another time zone, is the same to the byte."""
        again = Built.from_tree(built.unpacked(folder / "unpacked"), folder / "again", TZ="Asia/Kathmandu", PYTHONHASHSEED="7")
        pairs = ((built.sdist, again.sdist), (built.wheel, again.wheel))
        other = [one.name for one, two in pairs if one.read_bytes() != two.read_bytes()]
        self.faults += [f"not the same when it is built again: {name}" for name in other]
        self.measured["reproducible"] = not other

    def install_alone(self, built: Built, folder: Path) -> str:
        """The wheel with its dependencies and nothing else: it imports, plans, and every licence is allowed; its bill."""
        alone = Environment.make(folder / "alone")
        alone.install(built.wheel)
        modules, origin = run(alone.python, "-I", "-c", MODULES, cwd=folder).stdout.split()
        self.expect(Path(origin).is_relative_to(alone.packages), f"imported from {origin}")
        plan = readme_plan()
        printed = run(alone.python, "-I", *plan, cwd=folder).stdout
        self.expect(PROMISED in printed, "the README's plan does not print what it should")
        script = run(alone.folder / "bin" / "ketadose", *plan[2:], cwd=folder).stdout
        self.expect(script == printed, "the script prints another plan than the module")
        self.measured["modules_imported_alone"] = int(modules)
        return self.account_for(alone)

    def account_for(self, alone: Environment) -> str:
        """Each package that came with the wheel is needed, is allowed and is in the bill of materials, which is given back."""
        rows, installed = licences(alone.packages), packages_in(alone.packages)
        self.faults += [f"licence of {row.name}: {'; '.join(row.told)}" for row in rows if row.licence is None]
        self.faults += [f"installed and not needed: {name}" for name in installed.keys() - closure("ketadose", installed)]
        bill = bill_of_materials(alone)
        self.faults += bill_faults(bill, rows) + leaks({"the bill of materials": bill.encode()}, of_this_machine())
        self.measured["licences"] = [[row.name, row.version, row.licence] for row in rows]
        self.measured["sbom_components"] = len(rows) - 1
        return bill

    def test(self, name: str, built: Built, folder: Path, *pins: str) -> None:
        """The test-suite of the source distribution against the installed wheel, the package's own folder taken away."""
        place = Environment.make(folder / name)
        place.install(f"{built.wheel}[test]", *pins)
        tree = built.unpacked(folder / f"{name}-tree")
        shutil.rmtree(tree / "ketadose")
        package = place.packages / "ketadose"
        origin = run(place.python, "-c", "import ketadose; print(ketadose.__file__)", cwd=tree).stdout.strip()
        self.expect(Path(origin).is_relative_to(package), f"tested from {origin}")
        options = ("-q", "--rootdir=.", "--config-file=pyproject.toml", "tests", package, "README.md", "docs")
        told = run(place.python, "-m", "pytest", *options, cwd=tree, must_pass=False)
        counted = outcomes(told.stdout)
        self.measured[f"tests_on_{name}"] = counted
        if told.returncode or not counted.get("passed"):
            self.faults += [f"tests on {name}: {each}" for each in failures(told.stdout) or ["the run broke off"]]


def outcomes(printed: str) -> dict[str, int]:
    """How many tests passed, failed and were skipped, from the last line that pytest prints."""
    last = printed.strip().rpartition("\n")[2]
    return {word: int(number) for number, word in re.findall(r"(\d+) (passed|failed|skipped|errors?)\b", last)}


def failures(printed: str) -> list[str]:
    """The tests that failed, by name."""
    return re.findall(r"^(?:FAILED|ERROR) (\S+)", printed, re.MULTILINE)


def readme_plan() -> list[str]:
    """The arguments after `python` in the README's first command, which installs and then plans."""
    (command,) = re.findall(r"^python -m pip install \. && python (.+)$", (ROOT / "README.md").read_text("utf-8"), re.MULTILINE)
    return shlex.split(command)


def oldest() -> list[str]:
    """Each dependency at the oldest version that is allowed."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    return [each.replace(">=", "==") for each in settings["project"]["dependencies"]]


def measure(folder: Path, *, quick: bool, sbom: Path | None) -> Inspection:
    """Build, look, install and, unless it must be quick, test."""
    found = Inspection()
    built = Built.from_tree(ROOT, folder / "built")
    found.look_into(built)
    found.build_again(built, folder)
    bill = found.install_alone(built, folder)
    if sbom is not None:
        sbom.parent.mkdir(parents=True, exist_ok=True)
        sbom.write_text(bill, "utf-8")
    if not quick:
        found.measured["oldest"] = oldest()
        found.test("wheel", built, folder)
        found.test("oldest", built, folder, *oldest())
    return found


def main() -> int:
    """Run it; 1 if anything does not hold."""
    reader = argparse.ArgumentParser(prog="python -m proof.package", description=__doc__.partition("\n")[0])
    reader.add_argument("--quick", action="store_true", help="without the test-suite, and without a record")
    reader.add_argument("--sbom", type=Path, help="keep the bill of materials in this file")
    asked = reader.parse_args()
    started = begin()
    with TemporaryDirectory() as folder:
        found = measure(Path(folder), quick=asked.quick, sbom=asked.sbom)
    for name, figure in found.measured.items():
        print(f"{name}: {figure}")
    for fault in found.faults:
        print(f"does not hold: {fault}")
    if not asked.quick:
        finish("package", "python -m proof.package", started, found.measured | {"faults": found.faults}).save()
    return int(bool(found.faults))


if __name__ == "__main__":
    sys.exit(main())
