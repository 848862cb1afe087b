"""Looks for credits as a quick script would, with BeautifulSoup: `python soup_search.py LIST`.

It is the peer that a site's owner writes in an afternoon: the words of one language, no regions, no weighing.
"""

import re
import sys
from pathlib import Path

from bs4 import BeautifulSoup

_CREDIT = re.compile(
    r"(originally|first) (published|appeared)|republished|reprinted|with permission|^(source|via)\s*:", re.IGNORECASE
)
_RIGHTS = re.compile(r"copyright|all rights reserved|©|creative commons", re.IGNORECASE)

if __name__ == "__main__":
    for path in Path(sys.argv[1]).read_text(encoding="utf-8").splitlines():
        soup = BeautifulSoup(Path(path).read_bytes(), "lxml")
        sources = [text for text in soup.find_all(string=True) if _CREDIT.search(text)]
        rights = [text for text in soup.find_all(string=True) if _RIGHTS.search(text)]
        links = [link["href"] for link in soup.find_all("a", href=True) if str(link["href"]).startswith("http")]
        canonical = soup.find("link", rel="canonical")
        sys.stdout.write(f"{path}\t{len(sources)}\t{len(rights)}\t{len(links)}\t{canonical is not None}\n")
