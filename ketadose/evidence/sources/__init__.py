"""The bibliography: one name per document, so that a missing citation is an error on import and in the editor.

A part is loaded when one of its documents is first cited.
"""

from __future__ import annotations

from importlib import import_module

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ketadose.evidence.sources.incidents import *  # noqa: F403
    from ketadose.evidence.sources.instruments import *  # noqa: F403
    from ketadose.evidence.sources.labels import *  # noqa: F403
    from ketadose.evidence.sources.methods import *  # noqa: F403
    from ketadose.evidence.sources.pages import *  # noqa: F403
    from ketadose.evidence.sources.pharmacology import *  # noqa: F403
    from ketadose.evidence.sources.reviews import *  # noqa: F403
    from ketadose.evidence.sources.safety import *  # noqa: F403
    from ketadose.evidence.sources.standing import *  # noqa: F403
    from ketadose.evidence.sources.trials import *  # noqa: F403

_PARTS = ("standing", "trials", "labels", "reviews", "methods", "pharmacology", "instruments", "safety", "incidents", "pages")


def __getattr__(name: str) -> object:
    """Look for a document in one part after the other."""
    if name.isupper():
        for part in _PARTS:
            found = getattr(import_module(f"ketadose.evidence.sources.{part}"), name, None)
            if found is not None:
                globals()[name] = found
                return found
    raise AttributeError(f"module 'ketadose.evidence.sources' has no attribute {name!r}")


def __dir__() -> list[str]:
    parts = (import_module(f"ketadose.evidence.sources.{part}") for part in _PARTS)
    return sorted(name for part in parts for name in vars(part) if name.isupper())
