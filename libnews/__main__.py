"""`python -m libnews`: the command line where the `libnews` script is not on the path."""

import sys

from libnews.cli import main

if __name__ == "__main__":
    sys.exit(main())
