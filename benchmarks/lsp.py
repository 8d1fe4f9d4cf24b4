"""How long diagnostics take after a key press: `python -m benchmarks.lsp [FILE]`; needs the extra `lsp`.

A client speaks with the server over its standard streams, as an editor does. The document is 200 KB: the file, or the
samples of this repository, over and over. Times are from the message to the answer, in milliseconds.
"""

from __future__ import annotations

import asyncio
import statistics
import sys
import time
from pathlib import Path

SIZE = 200_000  # bytes
PRESSES = 40


async def measured(text: str) -> tuple[float, list[float]]:
    """Seconds until the first diagnostics of a document, and after each of some key presses."""
    from lsprotocol import types
    from pygls.lsp.client import LanguageClient

    client = LanguageClient("benchmark", "1")
    answers: asyncio.Queue[int] = asyncio.Queue()

    @client.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
    def _(params: types.PublishDiagnosticsParams) -> None:
        answers.put_nowait(params.version or 0)

    await client.start_io(sys.executable, "-m", "vntextclean", "lsp")
    await client.initialize_async(types.InitializeParams(capabilities=types.ClientCapabilities()))
    client.initialized(types.InitializedParams())
    uri = "untitled:benchmark.txt"
    begin = time.perf_counter()
    item = types.TextDocumentItem(uri=uri, language_id="plaintext", version=0, text=text)
    client.text_document_did_open(types.DidOpenTextDocumentParams(item))
    await answers.get()
    opened = time.perf_counter() - begin
    times = []
    lines = text.count("\n")
    for press in range(1, PRESSES + 1):
        place = types.Position(lines * press // (PRESSES + 1), 0)
        change = types.TextDocumentContentChangePartial(range=types.Range(place, place), text="m")
        document = types.VersionedTextDocumentIdentifier(version=press, uri=uri)
        begin = time.perf_counter()
        client.text_document_did_change(types.DidChangeTextDocumentParams(document, [change]))
        while await answers.get() != press:
            pass
        times.append(time.perf_counter() - begin)
        await asyncio.sleep(0.1 if press % 2 else 1.5)  # while the whole is cleaned, and after it
    await client.shutdown_async(None)
    client.exit(None)
    await client.stop()
    return opened, times


def main() -> None:
    """Print the times."""
    samples = Path(__file__).parent.parent / "samples"
    files = [Path(name) for name in sys.argv[1:]] or [samples / "newspaper.txt", samples / "portal.txt"]
    page = "\n\n".join(file.read_text(encoding="utf-8") for file in files)
    text = (page * (SIZE // len(page.encode()) + 1)).encode()[:SIZE].decode(errors="ignore")
    opened, times = asyncio.run(measured(text))
    ordered = sorted(times)
    print(f"opened: {1000 * opened:.0f} ms")
    print(
        f"after a key press: median {1000 * statistics.median(times):.0f} ms,"
        f" 95 % {1000 * ordered[int(0.95 * len(ordered))]:.0f} ms, longest {1000 * ordered[-1]:.0f} ms"
    )


if __name__ == "__main__":
    main()
