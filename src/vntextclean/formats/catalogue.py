"""The formats that are read, by name and by the suffix of a file, and what is said of those that are not."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from pathlib import PurePath
from typing import TYPE_CHECKING, Literal, get_args

from vntextclean.errors import ConfigError
from vntextclean.nearest import did_you_mean

if TYPE_CHECKING:
    from vntextclean.formats.view import View

#: Formats whose text is cleaned in its place, the rest of the file kept byte for byte.
Form = Literal["text", "markdown", "html", "srt", "vtt", "csv", "tsv", "json", "docx"]
FORMS: tuple[str, ...] = get_args(Form)

_READERS: Mapping[str, str] = {
    "markdown": "vntextclean.formats.markdown:markdown",
    "html": "vntextclean.formats.pages:html_page",
    "srt": "vntextclean.formats.subtitles:subrip",
    "vtt": "vntextclean.formats.subtitles:webvtt",
    "csv": "vntextclean.formats.tables:comma_separated",
    "tsv": "vntextclean.formats.tables:tab_separated",
    "json": "vntextclean.formats.json_strings:json_strings",
    "docx": "vntextclean.formats.docx.lines:paragraphs",  # of the text that formats.docx.document takes from a file
}
SUFFIXES: Mapping[str, str] = {
    ".txt": "text", ".text": "text", ".md": "markdown", ".markdown": "markdown", ".mdown": "markdown",
    ".htm": "html", ".html": "html", ".xhtml": "html", ".srt": "srt", ".vtt": "vtt",
    ".csv": "csv", ".tsv": "tsv", ".tab": "tsv", ".json": "json", ".geojson": "json",
    ".docx": "docx",
}  # fmt: skip

_WAYS_OUT: tuple[tuple[str, str], ...] = (
    (".jsonl .ndjson", "name the field that holds the text, as in --documents jsonl:text"),
    (".gz", "unpack it first, as in `zcat FILE | vntextclean clean`"),
    (".bz2 .xz .zst .lz4 .br .z", "unpack it first, and give its text on standard input"),
    (".zip .7z .rar .tar .tgz", "unpack it first, and name the files in it"),
    (".doc .odt .rtf .pages .epub", "take its text first, as in `pandoc -t plain FILE | vntextclean clean`"),
    (".pdf .djvu .ps", "take its text first, as in `pdftotext FILE - | vntextclean clean --preset ocr`"),
    (".xlsx .xls .xlsm .ods .numbers", "save the sheet as CSV first"),
    (".pptx .ppt .odp .key", "take its text first"),
    (".parquet .feather .arrow .sqlite .db", "write its text as CSV or as JSON lines first"),
    (
        ".xml .svg .rss .xsl .yaml .yml .toml .ini .cfg .conf .properties .po .pot .xliff .xlf .ts .resx .strings"
        " .ipynb .json5 .jsonc .rst .adoc .asciidoc .org .textile .tex .latex .bib .sty .typ .mdx .rmd .qmd"
        " .ass .ssa .sub .sbv .ttml .smi .lrc .eml .mbox .sql .css .scss .less .js .mjs .jsx .tsx .vue .svelte .php"
        " .py .pyi .rb .pl .lua .r .jl .c .h .cc .cpp .hpp .cs .java .kt .go .rs .swift .scala .sh .bash .zsh .fish"
        " .bat .ps1 .lock .diff .patch",
        "take the text out of it first, or insist with --input text, which reads all of it as prose",
    ),
    (
        ".png .jpg .jpeg .gif .webp .bmp .tif .tiff .ico .heic .mp3 .mp4 .m4a .wav .ogg .flac .avi .mov .mkv .webm"
        " .exe .dll .so .dylib .o .a .pyc .class .jar .whl .bin .iso .woff .woff2 .ttf .otf .npy .npz .pt .onnx",
        "leave it out",
    ),
)
#: Suffixes of files that hold something other than prose and have no reader, and what to do with them.
UNREAD: Mapping[str, str] = {suffix: way for suffixes, way in _WAYS_OUT for suffix in suffixes.split()}


def form_of(name: str) -> str | None:
    """The format of a file by its suffix; None for a suffix that tells none.

    >>> form_of("README.md"), form_of("tin.TXT"), form_of("trang")
    ('markdown', 'text', None)
    """
    return SUFFIXES.get(PurePath(name).suffix.lower())


def view(source: str, form: str) -> View:
    """The text of a document in one of :data:`FORMS` but ``text``.

    Raises :class:`~vntextclean.errors.InputError` for a source that is not of that format, and
    :class:`~vntextclean.errors.ConfigError` for a format that is not known.

    >>> view('["xa  hội"]', "json").text
    'xa  hội'
    """
    if form not in _READERS:
        raise ConfigError(f"no format is called {form!r}{did_you_mean(form, FORMS)}")
    module, _, function = _READERS[form].partition(":")
    read: Callable[[str], View] = getattr(import_module(module), function)
    return read(source)
