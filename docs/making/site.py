"""Make the documentation site: ``just site``.

The pages link to what stands beside them in the repository: the README, the tables of cases, the model card. So the
site is made from a copy of all that is linked, each file in its place, and no link has to be written twice. MkDocs runs
strictly: a link that leads nowhere, an anchor that is not there or a page that cannot be reached is an error.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
#: What mkdocs.yml calls docs_dir; ignored by git.
PAGES = ROOT / "build" / "site-pages"
#: Pages that the site begins with; the others are reached by their links.
BEGIN = ("README.md", "README.vi.md", "CHANGELOG.md")
LINK = re.compile(r"\]\((?!\w+:|#|/)([^)#\s]+)")
CODE = re.compile(r"^(```|~~~).*?^\1|`[^`\n]+`", re.MULTILINE | re.DOTALL)


def linked(root: Path) -> Iterator[Path]:
    """All files that can be reached from the first pages, each once; raises FileNotFoundError for a link to nothing."""
    waiting = [root / name for name in BEGIN]
    seen = set(waiting)
    while waiting:
        page = waiting.pop()
        yield page
        if page.suffix != ".md":
            continue
        for target in LINK.findall(CODE.sub("", page.read_text(encoding="utf-8"))):
            found = (page.parent / target).resolve()
            if not found.is_file():
                raise FileNotFoundError(f"{page.relative_to(root)} links to {target}, which is no file; name a file")
            if found not in seen:
                seen.add(found)
                waiting.append(found)


def unreachable(root: Path, reached: set[Path]) -> list[Path]:
    """Pages of docs/ that no page links to."""
    return [page for page in sorted((root / "docs").rglob("*.md")) if page not in reached]


def main() -> int:
    """Copy the pages and run MkDocs on them."""
    reached = set(linked(ROOT))
    if lost := unreachable(ROOT, reached):
        print("no page links to", *(page.relative_to(ROOT) for page in lost), file=sys.stderr)
        return 1
    shutil.rmtree(PAGES, ignore_errors=True)
    for page in reached:
        copy = PAGES / page.relative_to(ROOT)
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(page, copy)
    return subprocess.run([sys.executable, "-m", "mkdocs", "build", "--strict"], cwd=ROOT, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
