"""Characters without a shape, and the runs of one kind that they are found in."""

from __future__ import annotations

from vntextclean.patterns import late

DIRECTION = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u206f"
_CONTROL = "\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f"
_LINE_END = "\x0b\x0c\x85\u2028\u2029"
JOINERS = "\u200c\u200d"
_SELECTORS = "\ufe00-\ufe0f\U000e0020-\U000e007f\U000e0100-\U000e01ef"
_ALWAYS = "\u034f\u200b\u2060-\u2065\ufeff\ufff9-\ufffc\U000e0001"
SCRIPT_BOUND = "\u115f\u1160\u17b4\u17b5\u180b-\u180e"

WITHIN_LINE = f"{_CONTROL}\u00ad{DIRECTION}{JOINERS}{_SELECTORS}{_ALWAYS}{SCRIPT_BOUND}"
INVISIBLE = late(f"[{WITHIN_LINE}{_LINE_END}]")
# Those below are asked for only where such a character stands: re compiles them then, a tenth of the start of `clean`.
#: Escape sequences of terminals (ECMA-48): colours and movements (CSI), titles and links (OSC), strings for devices
#: (DCS, SOS, PM, APC), character sets; of an OSC that does not end, its beginning. An 8-bit introducer is a sign of
#: Windows-1252 as well, and counts only with what must follow it.
_ESCAPE = (
    r"(?:\x1b\[|\x9b(?=[0-9;?]+[A-Za-z]))[0-?]*[ -/]*[@-~]"
    r"|(?:\x1b[\]PX^_]|\x9d(?=\d+;)|\x90(?=[0-?]*[ -/]*[@-~]))[^\x07\x1b\x9c\n]{0,4096}(?:\x07|\x1b\\|\x9c)"
    r"|\x1b\](?:\d{1,4};)?|\x1b[ -/]+[0-~]"
)
RUN = (
    f"(?P<escape>{_ESCAPE})"
    f"|(?P<control>[{_CONTROL}](?:(?![\x1b\x90\x9b\x9d])[{_CONTROL}])*)"
    f"|(?P<end>\n?[{_LINE_END}]+\n?)"
    "|(?P<soft>\u00ad+)"
    f"|(?P<direction>[{DIRECTION}]+)"
    f"|(?P<zero>[{JOINERS}{_SELECTORS}{_ALWAYS}{SCRIPT_BOUND}]+)"
)
