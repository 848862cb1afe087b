"""Has trafilatura say what a page's metadata is: `python trafilatura_metadata.py LIST`."""

import sys
from pathlib import Path

from trafilatura import extract_metadata

if __name__ == "__main__":
    for path in Path(sys.argv[1]).read_text(encoding="utf-8").splitlines():
        found = extract_metadata(Path(path).read_bytes())
        sys.stdout.write(f"{path}\t{found and found.sitename}\t{found and found.url}\t{found and found.license}\n")
