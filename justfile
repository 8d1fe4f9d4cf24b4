# What is done every day, by name: `just` lists it, `just test -k run-ons` does it. `.ci/run` uses these recipes too, and
# runs them without just(1) where it is not installed; so a recipe is plain shell, and its arguments are "$@".
# just(1): `pip install rust-just`, or a package of your system.

set shell := ["bash", "-euo", "pipefail", "-c"]
set positional-arguments
export PATH := justfile_directory() / ".venv/bin:" + env("PATH")

_list:
    @just --list --unsorted

# All tests.
test *args:
    python -m pytest "$@"

# The tests of the engine and its faces, without the case tables: half a minute.
fast *args:
    python -m pytest -q --deselect tests/test_cases.py tests/test_*.py tests/cli tests/render tests/property "$@"

# The case tables; `just cases run-ons` those of one filter.
cases *words:
    python -m pytest -q tests/test_cases.py -k "${*:-test}"

# Compile the C sources.
native:
    python hatch_build.py

# The tests of everything that has C, by the numpy code that C must agree with.
pure:
    VNTEXTCLEAN_NATIVE=0 python -m pytest -q tests/lm tests/restoration tests/filters

# The page of `diff --format html` in Chromium without a window: the system's, or that of `playwright install chromium`.
browser:
    python -m pip install playwright
    python -m pytest -q tests_extras/html

# A .docx with tracked changes in LibreOffice: all accepted, all refused. It needs `soffice` and its Python bridge, on
# Debian `apt-get install libreoffice-writer python3-uno`.
docx:
    python -m pip install -r tests_extras/docx/requirements.txt
    python -m pytest -q tests_extras/docx

# The language server in editors: Neovim, Emacs with Eglot, VS Code's protocol library. On Debian
# `apt-get install neovim emacs-nox elpa-eglot npm`.
editors:
    python -m pip install -e '.[lsp]'
    python -m pytest -q tests_extras/editors

# Linters and types.
lint:
    ruff check .
    ruff format --check .
    mypy

# Write the pages that are made from the code.
docs:
    python docs/build.py

# Fail where a page is not what the code says.
docs-check:
    python docs/build.py --check

# The documentation as a site, in build/site; a link or an anchor that leads nowhere is an error.
site:
    python -m pip install -r docs/making/requirements.txt
    python docs/making/site.py

# Write what becomes of the samples anew; read `git diff tests/snapshots` afterwards.
snapshots:
    python tests/test_snapshots.py

# Fail if a pinned measure has fallen; needs the evaluation texts, which are not in the repository.
gate *args:
    python -m benchmarks.quality.gate "$@"

# Time everything, and keep the figures by date in benchmarks/runs/.
bench *args:
    python -m benchmarks.record "$@"

# Change the engine in many small ways, and list the changes that no test notices.
mutants *modules:
    python -m benchmarks.mutants "$@"

# Texts made to cost more than their length, by every preset and reader, in ratios of processor time.
linear *args:
    python -m benchmarks.speed.adversarial "$@"

# Memory for each byte of one long document, by the command line and the library.
memory *args:
    python -m benchmarks.speed.memory "$@"

# Fuzz by atheris, each target for some seconds; `just fuzz read --seconds 600` goes on.
fuzz *args:
    pip install -r tests_extras/fuzz/requirements.txt
    python -m fuzz "$@"

# No word of another language is changed; installs packages with message catalogues of hundreds of languages.
foreign:
    pip install -r tests_extras/foreign/requirements.txt
    python -m benchmarks.foreign

# The compiled kernel under ASan and UBSan, with failing allocations and wrong arguments.
sanitize:
    python -m tests.native.sanitize

# The tests that need packages which nothing but these tests needs; fails where one cannot be installed.
extras:
    python -m pip install -e '.[html,lsp,parquet,review,zstd]' srt warcio
    python -m pytest -q --ignore tests_extras/docx --ignore tests_extras/editors --ignore tests_extras/html --ignore tests_extras/engines --ignore tests_extras/package tests_extras src/vntextclean/records

# What would be released: built, and installed offline, without a compiler, by pip, uv and pipx, old and new.
package:
    python -m pip install -r tests_extras/package/requirements.txt
    python -m pytest -q tests_extras/package

# Each engine that texts are cleaned in: the integrations and examples, on the real ones. Spark needs Java.
engines:
    python -m pip install -e '.[datasets,datatrove,duckdb,parquet,polars,ray,sklearn,spacy,spark]' dask daft orjson regex
    python -m pip install --no-deps nemo-curator cosmos-xenna loguru  # it asks for PyTorch and CUDA, and cleans without
    python -m pytest -q tests_extras/engines tests_extras/arrow/test_clean_table.py src/vntextclean/integrations
