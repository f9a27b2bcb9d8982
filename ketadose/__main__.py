"""`python -m ketadose`."""

import sys

from ketadose.cli import main

if __name__ == "__main__":
    sys.exit(main())
