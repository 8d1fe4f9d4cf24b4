"""Which files of a directory are read: by suffix, --include, --exclude and .gitignore; what is skipped is said.

Patterns are those of .gitignore, read by pathspec_, as black(1) and mypy(1) do.

.. _pathspec: https://pypi.org/project/pathspec/
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from vntextclean.cli.options.shared import Options
from vntextclean.cli.speaking.say import say
from vntextclean.wording import counted, told

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

#: A pattern, and the directory it counts from.
Pattern = tuple[str, Path]
#: Suffixes named in the line about skipped files.
_NAMED = 5

#: What a review keeps beside a page is no page, though its name ends as that of records does.
DECISIONS = ".vnreview.jsonl"


class Rules:
    """Patterns of several directories; those of the deepest directory go before the others, as in git."""

    def __init__(self, specs: Iterable[tuple[Path, GitIgnoreSpec]] = ()) -> None:
        self._specs = list(specs)

    @classmethod
    def of(cls, patterns: Iterable[Pattern]) -> Rules:
        """The patterns of an option."""
        from pathspec import GitIgnoreSpec

        bases: dict[Path, list[str]] = {}
        for text, base in patterns:
            bases.setdefault(Path(os.path.realpath(base)), []).append(text)
        return cls((base, GitIgnoreSpec.from_lines(lines)) for base, lines in bases.items())

    def below(self, folder: Path) -> Rules:
        """These and those of the .gitignore in a directory, if there is one."""
        file = folder / ".gitignore"
        if not file.is_file():
            return self
        from pathspec import GitIgnoreSpec

        try:
            lines = file.read_text(encoding="utf-8", errors="surrogateescape").splitlines()
        except OSError:  # git, too, goes on without it
            return self
        return Rules([*self._specs, (folder, GitIgnoreSpec.from_lines(lines))])

    def match(self, path: Path, folder: bool = False) -> bool:
        """Whether the rules name a path; the last pattern that fits it decides."""
        for base, spec in reversed(self._specs):
            try:
                inside = path.relative_to(base).as_posix()
            except ValueError:
                inside = path.name  # elsewhere, only patterns without a directory can be meant
            found = spec.check_file(inside + "/" * folder).include
            if found is not None:
                return bool(found)
        return False


class Selection:
    """The files that one run takes from directories."""

    def __init__(self, options: Options, suffixes: frozenset[str]) -> None:
        self._options = options
        self._suffixes = suffixes
        self._exclude = Rules.of(options.exclude) if options.exclude else Rules()
        self._include = Rules.of(options.include) if options.include else Rules()
        self.skipped: Counter[str] = Counter()  # why, or of which suffix, the files of the last directory were skipped

    def excludes(self, path: Path) -> bool:
        """Whether --exclude leaves out a file that was named, or a directory that it is in."""
        if not self._options.exclude:
            return False
        whole = Path(os.path.realpath(path))
        found = self._exclude.match(whole) or any(self._exclude.match(above, True) for above in whole.parents)
        if found:
            self._skip(str(path), "excluded")
        return found

    def walk(self, directory: Path, failed: list[OSError]) -> Iterator[Path]:
        """The files below a directory in order of their names; hidden ones are not looked at."""
        root = Path(os.path.realpath(directory))
        rules = {root: self._rules_above(root)}
        self.skipped = skipped = Counter[str]()
        for folder, folders, files in os.walk(directory, onerror=failed.append):
            here = root / Path(folder).relative_to(directory)
            rules[here] = rules[here].below(here) if self._options.gitignore else rules[here]
            folders[:] = sorted(name for name in folders if not name.startswith("."))
            for name in list(folders):
                if why := self._refused(here / name, rules[here], folder=True):
                    folders.remove(name)
                    self._skip(str(Path(folder, name)) + os.sep, why)
                else:
                    rules[here / name] = rules[here]
            for name in sorted(files):
                path = Path(folder, name)
                if name.startswith(".") or (path.exists() and not path.is_file()):  # a pipe would be waited for
                    continue
                if why := self._refused(here / name, rules[here]):
                    skipped[why] += 1
                    self._skip(str(path), why)
                else:
                    yield path
        self._tell(directory, skipped)

    def _rules_above(self, root: Path) -> Rules:
        """The .gitignore files of the directories above, up to the root of their repository."""
        rules = Rules()
        if not self._options.gitignore:
            return rules
        above: list[Path] = []
        for place in (root, *root.parents):
            if place != root:
                above.append(place)
            if os.path.exists(place / ".git"):  # noqa: PTH110 - Path.exists raises where a folder is shut, and names .git
                break
        else:
            return rules
        for place in reversed(above):
            rules = rules.below(place)
        return rules

    def _refused(self, path: Path, ignored: Rules, folder: bool = False) -> str:
        """Why a path is not taken; empty if it is."""
        if self._exclude.match(path, folder):
            return "excluded"
        if self._include.match(path, folder):
            return ""
        if ignored.match(path, folder):
            return "ignored by .gitignore"
        if path.name.endswith(DECISIONS):
            return DECISIONS
        if not folder and path.suffix.lower() not in self._suffixes:
            return path.suffix.lower() or "no suffix"
        return ""

    def _skip(self, name: str, why: str) -> None:
        if self._options.verbose:
            say(told("{name}: skipped ({why})", self._options.settings.lang, name=name, why=why))

    def _tell(self, directory: Path, skipped: Counter[str]) -> None:
        if not skipped or self._options.quiet:
            return
        lang = self._options.settings.lang
        kinds = ", ".join(f"{why} {count}" for why, count in skipped.most_common(_NAMED))
        more = ", …" if len(skipped) > _NAMED else ""
        said = counted(
            sum(skipped.values()),
            "{name}: skipped {count} file ({kinds}); name it or use --include to take it",
            "{name}: skipped {count} files ({kinds}); name them or use --include to take them",
            lang,
            name=directory,
            kinds=kinds + more,
        )
        say(said)
