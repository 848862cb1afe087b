"""`python -m attribution_lint`."""

import sys

from attribution_lint.cli import main

sys.exit(main())
