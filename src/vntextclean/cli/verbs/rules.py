"""``rules``: what can be repaired, and why."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from vntextclean.cli.options import completion
from vntextclean.cli.speaking.help import Spoken
from vntextclean.cli.speaking.language import language_option, spoken
from vntextclean.cli.speaking.say import say
from vntextclean.errors import ConfigError
from vntextclean.nearest import did_you_mean
from vntextclean.presets import PRESETS
from vntextclean.wording import told

if TYPE_CHECKING:
    from typing import TypeAlias

    from vntextclean.filter import Filter, Rule
    from vntextclean.wording.vietnamese.rules import Told

    Says: TypeAlias = Rule | Told


@click.command("rules", cls=Spoken)
@click.argument("names", nargs=-1, metavar="[FILTER|RULE]...", shell_complete=completion.rules)
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", help="For people, or JSON lines."
)
@click.option("-p", "--preset", type=click.Choice(list(PRESETS)), help="Only the rules of this preset.")
@language_option
def command(names: tuple[str, ...], form: str, preset: str | None) -> None:
    """List the rules, or explain one.

    The codes are what --select and --ignore take; a filter's name stands for all of its rules.

    \b
    Example:
      $ vntextclean rules run-ons.sentence
    """
    filters = list(_filters(names, preset))
    if preset:
        filters = [made for made in filters if _codes(made, names, preset)]
    if form == "json":
        for made in filters:
            for code in _codes(made, names, preset):
                record = {"rule": code, "filter": made.name, "phase": made.phase.name, **made.rules[code]._asdict()}
                click.echo(json.dumps(record, ensure_ascii=False))
    elif names:
        click.echo("\n\n".join(_explained(made, code) for made in filters for code in _codes(made, names, preset)))
    else:
        _list(filters, preset)


def _filters(names: tuple[str, ...], preset: str | None) -> Iterator[Filter]:
    """The filters that have a say: those named, those of a preset, or all; another package's that fails is reported."""
    from vntextclean.registry import build, plugins
    from vntextclean.registry import names as known
    from vntextclean.settings import Settings

    if names or preset:
        wanted = {name.partition(".")[0] for name in names} or set(PRESETS[str(preset)].filters)
        yield from build(wanted, Settings())
        return
    made = list(build(known(), Settings()))
    for name in plugins():
        try:
            made += build([name], Settings())
        except ConfigError as error:
            say(str(error))
    yield from sorted(made, key=lambda own: own.phase)


def _codes(made: Filter, names: tuple[str, ...], preset: str | None) -> list[str]:
    """The rules of a filter that were named, less those that the preset leaves out."""
    kept = [code for code in made.rules if preset is None or preset in presets_of(made, code)]
    if not names or made.name in names:
        return kept
    found = [code for code in made.rules if any(code == name or code.startswith(name + ".") for name in names)]
    if not found:
        wanted = next(name for name in names if name.partition(".")[0] == made.name)
        raise ConfigError(f"no rule is called {wanted!r}{did_you_mean(wanted, made.rules)}")
    return [code for code in found if code in kept]


def _list(filters: list[Filter], preset: str | None) -> None:
    width = max(len(code) for made in filters for code in made.rules) + 2
    phase = None
    for made in filters:
        if made.phase is not phase:
            click.echo(("" if phase is None else "\n") + click.style(told(made.phase.name, spoken()), bold=True))
            phase = made.phase
        for code in _codes(made, (), preset):
            click.echo(f"  {click.style(code.ljust(width), fg='cyan')}{_in_language(made, code).summary}")


def _explained(made: Filter, code: str) -> str:
    """One rule in full: what, why, an example of what it repairs and of what it leaves alone."""
    rule, lang, says = made.rules[code], spoken(), _in_language(made, code)
    labels = [told(label, lang) for label in ("repairs", "to", "keeps", "presets")]
    repairs, to, keeps, of_presets = (label.rjust(max(map(len, labels))) for label in labels)
    before, after = rule.repairs
    presets = ", ".join(presets_of(made, code))
    return "\n".join(
        (
            f"{click.style(code, fg='cyan', bold=True)}: {says.summary}",
            "",
            f"  {says.why}",
            "",
            f"  {repairs}  {click.style(_shown(before), fg='red')}",
            f"  {to}  {click.style(_shown(after), fg='green')}",
            f"  {keeps}  {_shown(rule.keeps)}",
            f"  {of_presets}  {presets or told('none: ask for it with --filter +{name}', lang, name=made.name)}",
        )
    )


def _in_language(made: Filter, code: str) -> Says:
    """What a rule does and why, in the language of this run; the rules of other packages have English alone."""
    if spoken() == "vi":
        from vntextclean.wording.vietnamese import rules, word_rules

        return rules.RULES.get(code) or word_rules.RULES.get(code) or made.rules[code]
    return made.rules[code]


def presets_of(made: Filter, code: str) -> list[str]:
    """The presets that make repairs of a rule."""
    return [
        name
        for name, preset in PRESETS.items()
        if made.name in preset.filters and not any(f"{code}.".startswith(f"{ignored}.") for ignored in preset.ignore)
    ]


def _shown(text: str) -> str:
    """An example on one line, with what cannot be seen named."""
    return "".join(c if c.isprintable() else "⏎" if c == "\n" else f"‹{ord(c):04X}›" for c in text)
