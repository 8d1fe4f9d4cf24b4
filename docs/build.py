"""Write the pages made from the code: docs/cli.md, docs/encodings.md, docs/rules/*.md, the pictures, the manual page.

``python docs/build.py`` writes them, ``python docs/build.py --check`` fails if what lies there differs.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

from making.help_pages import help_pages
from making.man_page import man_page
from making.rule_pages import cell, index, page
from vntextclean import registry
from vntextclean.cli import main
from vntextclean.config import KEYS
from vntextclean.misreadings.reporting.catalogue import catalogue
from vntextclean.pipeline import Pipeline
from vntextclean.render.terminal import View, svg
from vntextclean.settings import Lang, Settings
from vntextclean.streams.documents import Document

DOCS = Path(__file__).parent
ROOT = DOCS.parent
#: The page of the picture, and how wide the terminal in it is.
PICTURED, COLUMNS = "portal.txt", 110
MADE = "<!-- Made by docs/build.py from the code: change it there. -->\n\n"

CLI = """# The command line

A verb says what comes out: `clean` text, `batch` records, `diff` differences, `check` names of files, `restore` text
with all its marks, `rules` explanations, `model` facts about the language model. No file, or `-`, is standard input.
Text goes to standard output, everything else to standard error.

| exit code | meaning |
|---|---|
| 0 | nothing to report |
| 1 | changes found (`check`, `diff`) |
| 2 | an error of the input or of the command line; files that could be cleaned were |
| 70 | a fault of this program, in one line: please report it |
| 130, 141 | stopped by Ctrl-C, or by the end of the pipe |

## Recipes

Clean a folder into another, four processes at a time:

    vntextclean clean --jobs 4 --output-dir clean/ scraped/

Clean one field of a corpus of JSON lines, however large; the other fields stay as they are, to the byte. `batch` also
takes CSV, Parquet and WARC, uses all cores, and goes on with `--resume` where it was stopped
([corpora.md](corpora.md)):

    vntextclean batch corpus/ -o clean/ --field text
    vntextclean clean --documents jsonl:text corpus.jsonl > clean.jsonl

Clean a live stream line by line:

    tail -f feed.txt | vntextclean clean --line-buffered

Clean what `find` found, and count what was done:

    find texts -name '*.txt' -print0 | vntextclean clean --write --files-from - -0 --stats

Judge every change, on the whole screen or in a browser, and keep what was decided ([for editors](review.md)):

    vntextclean review page.txt
    vntextclean diff --format html -o report.html page.txt
    vntextclean clean --decisions auto page.txt > clean.txt

The same for programs: print the changes, delete what is not wanted from `changes`, replay the rest. The file may be
indented (`jq .`). It carries the SHA-256 of each text; another text is refused.

    vntextclean diff --format json page.txt > reviewed.jsonl
    vntextclean clean --changes reviewed.jsonl page.txt

Learn what stands on every page of a site, and clean its pages of it (shards of a corpus are learned apart and merged):

    vntextclean learn pages/ --output site.vnbp
    vntextclean clean --boilerplate site.vnbp --output-dir clean/ pages/

Pages of HTML are read as all their text, of which the filters take the furniture; `--main-text` reads what trafilatura
takes for the main text (extra `html`), which loses more ([figures](boilerplate.md)). A file that begins as a page does
is read so by itself; `--write` refuses it, because the page would be lost for its text, and `--output-dir` gives
the text the suffix `.txt`. A page in an encoding from before Unicode is recognised by its words, whatever it declares.

    vntextclean clean --input html --output-dir clean/ pages/

A UTF-8 byte-order mark stays where it is. Text in another encoding comes out as UTF-8: `clean --write` makes every file
UTF-8, also one with nothing to repair, and says so; `check` counts such files. `--keep-encoding` writes each in the
encoding it has, and refuses a file that this encoding cannot hold any more. A patch is UTF-8, and patch(1) cannot apply
it to a file that is not: use `clean --write`.

`-o FILE` writes one input to a file, `-o DIR/` several below a directory. After files were written, a line on standard
error says what was done; `-q` leaves it out. A file with several names (hard links) keeps them; a read-only one stays.

A stretch between `<!-- vntextclean: off -->` and `<!-- vntextclean: on -->` stays as it is.

## Which files are read

Of a directory, text files that are not hidden and that no `.gitignore` of its repository names. One line says how many
others were skipped, and of what kind; `-v` names each with the reason, `-q` says nothing. `--exclude PATTERN` leaves
out files (also those that are named, as pre-commit does), `--include PATTERN` takes files whatever their suffix;
patterns are those of `.gitignore`. Both can stand in the configuration file, and count from its directory.

    vntextclean check . --exclude 'old/' --include '*.log'

## Formats

`--format json` is JSON lines in every verb. What is for people is the default.

| verb | formats |
|---|---|
| `diff`, `restore` | `terminal`, `unified` (a patch), `json` (a document a line, for `clean --changes`) |
| `check` | `text` (names; with `-v` each change as file:line:column), `json` (a change a line), `github`, `sarif` |
| `rules`, `encodings`, `model score` | `text`, `json` |

[In the tool chain](tool-chain.md) shows `check` in GitHub Actions and in pre-commit.

## Completion

| shell | add to its start-up file |
|---|---|
| bash | `eval "$(_VNTEXTCLEAN_COMPLETE=bash_source vntextclean)"` |
| zsh | `eval "$(_VNTEXTCLEAN_COMPLETE=zsh_source vntextclean)"` |
| fish | `_VNTEXTCLEAN_COMPLETE=fish_source vntextclean \\| source` |

## On the terminal

`diff` shows each change in its sentence with line:column, the reason (in the language of `--lang`), the rule and its
confidence. Only letters that change are marked: `M[-ô-]{+ộ+}t`, and an inserted space is `hiện▮tổ`. Changes close to
each other share a row and are numbered. What is alike is summed up in one row (words of an old encoding, NFD, white
space, unseen characters) unless there are few; `-v` shows each. Removed lines are folded; `--all` shows them.
`--side-by-side` puts the text before and after beside each other.

A long diff goes through `$PAGER` (default: `less -FRX`), as git does; `--no-pager` prints it. `--color always|never`
goes before `NO_COLOR`, and that before `CLICOLOR_FORCE` and `FORCE_COLOR`. In a pipe `diff` prints a patch, which never
has colours, so that patch(1) can read it; `vntextclean diff --color always page.txt | less -R` shows the reasons.
Without colours the letters that go stand in `[-…-]` and those that come in `{+…+}`. Control characters of a page are
shown by their code (`‹001B›`), and never reach the terminal.

## Configuration

Options that hold for a project stand in `vntextclean.toml`, or in `pyproject.toml` under `[tool.vntextclean]`. The
nearest file from the current directory upwards counts, up to the root of the repository; the command line goes before
it. `--show-settings` prints every setting, its source and its value. `VNTEXTCLEAN_LANG=vi` makes Vietnamese the
language of reasons and messages.

```toml
preset = "web"
ignore = ["tone-marks"]
keep = ["Đắk Lăk", "iu"]      # or the name of a file with one word a line
min-confidence = 0.99
```

"""


ENCODINGS = """# Text that was read wrongly

Text arrives decoded by the wrong table in more ways than a list of special cases can name. A *misreading* is a value:
the table by which the bytes of UTF-8 were read, and what was lost on the way (bytes dropped, U+FFFD or a question mark
put for them, a no-break space made a space, the case of letters changed). One decoder tries them all, one after another
and several in a row.

## How a reading is proved

- A line is read by every table whose signs it shows. The reading is believed if words of the line become Vietnamese:
  one with a letter of three bytes (`áº¿` stands in no text), or two different ones, and no more than one word in five
  becomes anything else.
- Among several readings the one counts that leaves the most letters read and the fewest signs unread. Where another
  reads a word differently and nearly as well, the word stays.
- Evidence is gathered per document: once two lines are beyond doubt and two thirds of all such lines agree, a cell of
  one word is read as they are.
- Where a byte was lost, every letter that fits is a candidate. If one word only is a word of Vietnamese, it is read
  (`mojibake.lossy`); if several are, the language model weighs all open words of the line together, and the posterior
  is the confidence (`mojibake.chosen`). What a line leaves uncertain is weighed again with the rest of the document:
  the net of wide context reads over line ends, and what the same damage was elsewhere counts. What stays below
  `--min-confidence` is suggested, and left to the byte.
- A token is read as a whole or not at all.
- Where letters of one kind are lost throughout a text ("?" or nothing for each that Latin-1 lacks), the whole text is
  the proof: none of these letters stands in it, three words in four are what the loss makes of a syllable, many are no
  syllable any more, and letters with marks that Latin-1 has are there. Then all words are weighed together, also those
  of which two spaces are left, and a word that stands as it was.
- A line in an old encoding is proved by several words that become syllables; its names and slips are then read where
  a sign tells the table (`§¾k`, `Joseù`), and a word that may be foreign stays (`Müller`). Such a line that was written
  as UTF-8 and read as Windows-1252 (`mÃ©t`) is read through both at once: by the first step alone it would be another
  text.

## What is kept

- What `lossless` gives is the original or the input, word for word: rules that choose belong to `web`. The test
  `tests/misreadings/test_law.py` holds it to that for every misreading of the table.
- Words that are good Vietnamese stay on mixed lines (`Môn toán: kieåm tra`).
- Control characters and soft hyphens that hide a letter are not removed.
- Lines that are no Vietnamese are left to ftfy, which reads UTF-8 taken for Windows-1252 in any language.
- Program code, addresses and quoted examples keep their escapes.

`vntextclean encodings` prints the table, `vntextclean encodings FILE` names what made a file, as
`vntextclean check` does on standard error, with the words that were not read; `--stats` counts both.
`python -m benchmarks.misreadings` makes every misreading from clean text and counts what comes back
([figures](benchmarks.md)).

## The table

"""


def pages() -> dict[Path, str]:
    """Every generated page with its text."""
    filters = [one for name in registry.names() for one in registry.build([name], Settings())]
    made = {
        DOCS / "cli.md": MADE + CLI + f"Keys: {', '.join(f'`{key}`' for key in KEYS)}.\n" + "".join(help_pages(main))
    }
    made[DOCS / "encodings.md"] = MADE + ENCODINGS + _encodings()
    made[DOCS / "rules" / "README.md"] = MADE + index(filters)
    made |= {DOCS / "rules" / f"{one.name}.md": MADE + page(one) for one in filters}
    made[DOCS / "vntextclean.1"] = man_page()
    made[DOCS / "diff.svg"] = _picture("en")
    made[DOCS / "diff.vi.svg"] = _picture("vi")
    return made


def _encodings() -> str:
    """The table of misreadings, as ``vntextclean encodings`` prints it."""
    lines = ["| name | what happened | met in | rule | lossless | seen | meant |", "|---|---|---|---|---|---|---|"]
    for row in catalogue():
        about = row.rule.partition(".")[0]
        lines.append(
            f"| {row.name} | {cell(row.title)} | {cell(row.met)} | [{row.rule}](rules/{about}.md) | "
            f"{'yes' if row.lossless else 'no'} | {cell(row.before)} | {cell(row.after)} |"
        )
    return "\n".join(lines) + "\n"


def _picture(lang: Lang) -> str:
    """What `diff` shows of a sample on a terminal, in a language."""
    text = (ROOT / "samples" / PICTURED).read_bytes().decode("utf-8")
    cleaned = Pipeline.from_preset("web", lang=lang).run(text)
    command = f"vntextclean diff {'--lang vi ' if lang == 'vi' else ''}{PICTURED}"
    return svg([(Document(text, PICTURED), cleaned)], command, COLUMNS, View(lang=lang)) + "\n"


def _same(path: Path, text: str) -> bool:
    """Whether a page is up to date; a picture is by its words, because Rich draws it anew with every version."""
    if not path.exists():
        return False
    there = path.read_text(encoding="utf-8")
    return _words(there) == _words(text) if path.suffix == ".svg" else there == text


def _words(picture: str) -> list[str]:
    return re.findall(r"<text[^>]*>([^<]*)</text>", picture)


def build(check: bool) -> int:
    """Write the pages, or say which differ."""
    made = pages()
    stale = [path for path, text in made.items() if not _same(path, text)]
    left = [path for path in sorted((DOCS / "rules").glob("*.md")) if path not in made]
    for path in [*stale, *left]:
        print(f"{path.relative_to(ROOT)}: {'differs; run python docs/build.py' if check else 'written'}")
    if not check:
        (DOCS / "rules").mkdir(exist_ok=True)
        for path in stale:
            path.write_text(made[path], encoding="utf-8")
        for path in left:
            path.unlink()
    return int(check and bool(stale or left))


if __name__ == "__main__":
    sys.exit(build("--check" in sys.argv[1:]))
