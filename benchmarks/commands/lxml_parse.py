"""Reads and parses pages with lxml and does nothing else: `python lxml_parse.py LIST`, a file with a path on each line.

It prints the seconds that the parsing alone took.
"""

import sys
import time
from pathlib import Path

from lxml import etree

if __name__ == "__main__":
    spent = 0.0
    for path in Path(sys.argv[1]).read_text(encoding="utf-8").splitlines():
        with open(path, "rb") as file:  # noqa: PTH123 - the plainest way is the reference
            data = file.read()
        start = time.process_time()
        root = etree.fromstring(data, etree.HTMLParser())
        spent += time.process_time() - start
        del root
    sys.stdout.write(str(spent))
