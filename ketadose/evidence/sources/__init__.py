"""The bibliography: one name per document, so that a missing citation is an error on import and in the editor."""

from __future__ import annotations

from ketadose.evidence.sources.instruments import *  # noqa: F403
from ketadose.evidence.sources.labels import *  # noqa: F403
from ketadose.evidence.sources.methods import *  # noqa: F403
from ketadose.evidence.sources.pages import *  # noqa: F403
from ketadose.evidence.sources.pharmacology import *  # noqa: F403
from ketadose.evidence.sources.reviews import *  # noqa: F403
from ketadose.evidence.sources.safety import *  # noqa: F403
from ketadose.evidence.sources.standing import *  # noqa: F403
from ketadose.evidence.sources.trials import *  # noqa: F403
