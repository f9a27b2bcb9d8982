"""What is inside the built wheel and the source distribution, and what must not be there."""

from __future__ import annotations

import re
import subprocess
import sys
import tarfile
import tempfile
import tomllib
import zipfile
from collections.abc import Iterable
from pathlib import Path
from urllib.parse import urlsplit

from proof.records import ROOT

CHECKOUT_ONLY = (".ci/",)
"""Tracked, and of no use outside a checkout."""
HOMES = (r"/home/\w+/", r"/Users/\w+/", r"[A-Z]:\\Users\\")
"""Folders of somebody's machine, whoever it was."""
IN_A_WHEEL = ("METADATA", "RECORD", "WHEEL", "entry_points.txt", "licenses/LICENSE")


def files_in(archive: Path) -> dict[str, bytes]:
    """Each file of a wheel or of a source distribution, the latter without its leading folder."""
    if archive.suffix == ".whl":
        with zipfile.ZipFile(archive) as opened:
            return {name: opened.read(name) for name in opened.namelist() if not name.endswith("/")}
    with tarfile.open(archive) as opened:
        members = [(each.name.partition("/")[2], opened.extractfile(each)) for each in opened if each.isfile()]
        return {name: file.read() for name, file in members if file is not None}


def wheel_faults(wheel: dict[str, bytes], sdist: dict[str, bytes]) -> list[str]:
    """The wheel holds the package as the source distribution has it, its metadata and its licence, and nothing else."""
    package = {name for name in sdist if name.startswith("ketadose/")}
    about = {name for name in wheel if re.match(r"ketadose-[^/]+\.dist-info/", name)}
    missing = {part for part in IN_A_WHEEL if not any(name.endswith(f".dist-info/{part}") for name in about)}
    missing |= (package | {"ketadose/py.typed"}) - wheel.keys()
    return [
        *(f"not in the wheel: {name}" for name in sorted(missing)),
        *(f"too much in the wheel: {name}" for name in sorted(wheel.keys() - package - about)),
        *(f"otherwise in the wheel: {name}" for name in sorted(package & wheel.keys()) if wheel[name] != sdist[name]),
    ]


def sdist_faults(sdist: dict[str, bytes], tracked: Iterable[str]) -> list[str]:
    """The source distribution holds what it was told to include and all that is tracked, and nothing that a run left behind."""
    wanted = {name for name in tracked if not name.startswith(CHECKOUT_ONLY)} | {"PKG-INFO"}
    told = tomllib.loads(sdist["pyproject.toml"].decode())["tool"]["hatch"]["build"]["targets"]["sdist"]["include"]
    empty = [each for each in told if not any(f"/{name}/".startswith(f"{each}/") for name in sdist)]
    left = [name for name in sdist if re.search(r"(^|/)(__pycache__|\.(?!gitignore$)[^/]+)(/|$)", name)]
    return [
        *(f"not in the source distribution: {name}" for name in sorted(wanted - sdist.keys())),
        *(f"included, and nothing is there: {each}" for each in empty),
        *(f"too much in the source distribution: {name}" for name in left),
    ]


def leaks(files: dict[str, bytes], private: Iterable[str]) -> list[str]:
    """Files that name a folder of this or another machine, or where packages were fetched from."""
    exact = (rf"(?<![\w.-]){re.escape(each)}(?![\w-])" for each in private)
    pattern = re.compile("|".join([*HOMES, *exact]).encode())
    return [f"{name} names {found[0].decode()}" for name, held in sorted(files.items()) if (found := pattern.search(held))]


def tracked_files() -> list[str]:
    """What the checkout tracks."""
    told = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True)
    return told.stdout.splitlines()


def of_this_machine() -> set[str]:
    """The folders and the package indexes of the machine at hand, from its own settings."""
    settings = subprocess.run([sys.executable, "-m", "pip", "config", "list"], capture_output=True, text=True, check=True)
    lines = [line for line in settings.stdout.splitlines() if re.search(r"index-url|find-links", line.partition("=")[0])]
    places = [urlsplit(each) for line in lines for each in line.partition("=")[2].replace("\\n", " ").strip("'\"").split()]
    folders = [str(each) for each in (ROOT, Path.home(), tempfile.gettempdir(), sys.prefix)]
    return {name for name in (*(each.hostname or each.path for each in places), *folders) if len(name) > 1}
