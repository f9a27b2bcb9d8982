"""Text that is not what it says it is."""


class LyingText(str):
    """Text that says something else each time it is asked."""

    def __str__(self) -> str:
        return "7 kg"

    def __len__(self) -> int:
        return 4

    def __eq__(self, other: object) -> bool:
        return True

    __hash__ = str.__hash__
