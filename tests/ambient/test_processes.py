"""Threads that use everything for the first time at once, and processes made in every way, say the same bytes."""

import multiprocessing
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest

import ketadose as kd
from ketadose import measures as m
from tests.ambient import specimens as s
from tests.ambient import story
from tests.ambient.imports import LOADS_ITS_PARTS, parts_before_packages
from tests.ambient.processes import differing, said_by

EIGHT_THREADS = """
import sys
from threading import Barrier, Thread
assert not {"pint", "numpy", "ketadose.calc.dose", "ketadose.terms"} & set(sys.modules)
sys.setswitchinterval(1e-5)
import ketadose as kd
barrier, told, failed = Barrier(8), [], []

def names_of(home, first):
    names = [name for name in dir(home) if not name.startswith("_")]
    return [getattr(home, name) for name in names[first:] + names[:first]]

def run(number):
    try:
        barrier.wait()
        homes = [kd, kd.planning, kd.screening, kd.protocols]
        for home in homes[number % 4:] + homes[:number % 4]:
            names_of(home, 5 * number)
        from tests.ambient import story
        told.append((story.told(), story.handed_out()))
    except BaseException as error:
        failed.append(repr(error))

threads = [Thread(target=run, args=(number,)) for number in range(8)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
assert (len(told), len(set(told)), failed) == (8, 1, []), failed
print(*told[0], sep="\\n")
"""

EVERY_START = """
import multiprocessing
from concurrent.futures import ProcessPoolExecutor
from tests.ambient import story

def there(method, call, *arguments):
    with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context(method)) as pool:
        return pool.submit(call, *arguments).result()

told = {there(method, story.told) for method in METHODS}  # in children that use everything for the first time
assert len(told) == 1
print(*told)
"""

FORKED_BY_THE_WAY = """
import os, signal
from threading import Event, Thread
from ketadose import measures as m
from ketadose.measures import bridge
held, forking = Event(), Event()
m.Weight("70 kg").quantity

def hold():
    with bridge._one_at_a_time:
        held.set()
        forking.wait()

os.register_at_fork(before=forking.set)
Thread(target=hold).start()
held.wait()
child = os.fork()
if not child:
    signal.alarm(60)  # a child that waits for a thread it does not have would wait for ever
    os._exit(0 if m.Weight("70 kg").quantity.magnitude == 70 else 1)
print(os.waitpid(child, 0)[1])
"""

METHODS = [method for method in ("fork", "spawn", "forkserver") if method in multiprocessing.get_all_start_methods()]
forks = pytest.mark.skipif("fork" not in METHODS, reason="this system does not fork")


@pytest.mark.slow
def test_eight_threads_at_first_use_say_the_same_bytes(plain):
    assert not differing(said_by(EIGHT_THREADS), plain)


def test_no_module_asks_for_a_part_before_its_package():
    """Two threads would else lock the package and the part in either order, and Python refuses one of them an import."""
    assert {"ketadose.measures", "ketadose.catalog.limits"} <= LOADS_ITS_PARTS
    assert parts_before_packages() == set()


@pytest.mark.slow
@forks
def test_processes_started_in_every_way_say_the_same_bytes(plain):
    assert not differing(said_by(f"METHODS = {METHODS}\n{EVERY_START}"), plain[: -len(story.READINGS)])


@pytest.mark.slow
@forks
def test_a_child_forked_while_a_thread_builds_the_registry_does_not_wait_for_it():
    assert said_by(FORKED_BY_THE_WAY, "-W", "ignore") == ["0"]


def test_threads_that_share_one_result_read_the_same_from_it():
    def read(_: int) -> tuple[str, ...]:
        return (*story.printed(s.DOSE), *story.printed(s.INFUSION), *story.printed(s.COURSE))

    interval = sys.getswitchinterval()
    sys.setswitchinterval(1e-5)
    try:
        with ThreadPoolExecutor(8) as pool:
            told = set(pool.map(read, range(8)))
    finally:
        sys.setswitchinterval(interval)
    assert told == {read(0)}


def test_threads_with_quantities_of_one_new_registry_read_the_same():
    import pint

    registry = pint.UnitRegistry()
    quantities = [registry.Quantity(tenths / 10, "kg") for tenths in range(400, 460)]
    expected = [kd.calculate_dose(m.Weight.of(tenths / 10, "kg"), s.REGIMEN).amount for tenths in range(400, 460)]
    with ThreadPoolExecutor(8) as pool:
        for _ in range(4):
            assert [dose.amount for dose in pool.map(lambda each: kd.calculate_dose(each, s.REGIMEN), quantities)] == expected
