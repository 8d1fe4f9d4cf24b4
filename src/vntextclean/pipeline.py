"""The engine: filters in order, each reading what the one before it left, and one list of changes at the end."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from vntextclean import registry
from vntextclean.cleaned import Cleaned, joined
from vntextclean.engine.draft import Draft
from vntextclean.engine.policy import Policy
from vntextclean.errors import ConfigError
from vntextclean.filter import Filter, Phase
from vntextclean.formats import catalogue
from vntextclean.nearest import did_you_mean
from vntextclean.presets import preset
from vntextclean.settings import Settings, SettingsOptions
from vntextclean.streams import parts
from vntextclean.streams.batches import BATCH, batches

if TYPE_CHECKING:
    from typing_extensions import Unpack


#: Filters after LAYOUT that take lines or parts of lines away, or join lines. In a structured document no line is ours.
_OF_LINES = frozenset({"moved-letters", "inline-furniture", "line-joins"})

#: How what is taken for a text becomes one.
_TO_TEXT = {
    bytes: "; decode it first, as in text.decode('utf-8')",
    list: "; use run_many",
    tuple: "; use run_many",
    type(None): "; leave it out",
}


class Pipeline:
    r"""A tuple of filters and a policy; made from settings, and pickled as its settings.

    ``beside`` are filters made already, of a program's own, that run after the built-in ones of their phase. Raises
    :class:`ConfigError` for a filter, preset or rule that is not known. Nothing of a text is kept from one call to the
    next, so one pipeline may be shared by threads.

    >>> Pipeline.from_preset("lossless").run("Vie\u0323\u0302t  Nam").text
    'Việt Nam'
    """

    def __init__(self, settings: Settings | None = None, beside: Iterable[Filter] = ()) -> None:
        settings = settings or Settings()
        chosen = preset(settings.preset)
        wanted = settings.filters or chosen.filters
        if settings.tone_style != "keep" and "tone-marks" not in wanted:
            wanted = (*wanted, "tone-marks")
        self.settings = settings
        self.beside = tuple(beside)
        built = registry.build(wanted, self.settings)
        self.filters = tuple(sorted((*built, *self.beside), key=lambda made: made.phase))
        self.policy = Policy(settings, self.filters, chosen.ignore)
        self._check_rules()

    @property
    def filters(self) -> tuple[Filter, ...]:
        """The filters in run order."""
        return self._filters

    @filters.setter
    def filters(self, filters: tuple[Filter, ...]) -> None:
        self._filters = filters
        self._stretches = registry.stretches(filters)

    @classmethod
    def from_preset(cls, name: str = "web", **options: Unpack[SettingsOptions]) -> Pipeline:
        """The pipeline of a preset, with any field of :class:`Settings` set by name."""
        return cls(Settings(preset=name, **options))

    def __repr__(self) -> str:
        """The settings that are not the usual ones, as :meth:`from_preset` takes them."""
        usual, own = Settings().to_dict(), self.settings.to_dict()
        said = [repr(own.pop("preset")), *(f"{name}={value!r}" for name, value in own.items() if value != usual[name])]
        beside = f" beside {', '.join(made.name for made in self.beside)}" if self.beside else ""
        return f"<Pipeline.from_preset({', '.join(said)}){beside}>"

    def __reduce__(self) -> tuple[type[Pipeline], tuple[Settings, tuple[Filter, ...]]]:
        return type(self), (self.settings, self.beside)

    def run(self, text: str, form: str = "text") -> Cleaned:
        """Clean one document; line ends stay as they are, and changes are in the offsets of ``text``.

        ``form`` is its format, one of :data:`vntextclean.formats.catalogue.FORMS`. Of Markdown, subtitles, a table,
        JSON or HTML the text alone is cleaned, and every other byte stays; no lines are removed or joined there. A text
        of more than 262 144 code points is cleaned in parts that end at line ends, behind blank lines where it can.

        Raises :class:`FilterError` where a filter fails or breaks its contract, :class:`ModelError` where the model
        cannot be opened, :class:`InputError` for a text that is not of its format, :class:`ConfigError` for a format
        that is not known, TypeError for what is no string. A pipeline keeps nothing of a text, so threads may share it.

        >>> Pipeline.from_preset("lossless").run("Gõ `ls  -l` để  xem.", "markdown").text
        'Gõ `ls  -l` để xem.'
        """
        if not isinstance(text, str):
            raise TypeError(f"a text is a string, and this is {type(text).__name__}{_TO_TEXT.get(type(text), '')}")
        if form != "text":
            return self._run_in(text, form)
        return joined(text, ((self._run(part), end) for part, end in parts.pieces(text)))

    def _run(self, text: str) -> Cleaned:
        """Clean a plain text that is not too long for one document."""
        draft = Draft(text, self.policy)
        _take(draft, self._stretches)
        return draft.cleaned()

    def _run_in(self, text: str, form: str) -> Cleaned:
        """Clean the text in a structured document."""
        view = catalogue.view(text, form)
        draft = Draft(view.text, self.policy, view.frame)
        filters = [made for made in self.filters if made.phase != Phase.LAYOUT and made.name not in _OF_LINES]
        _take(draft, registry.stretches(filters))
        return view.carry(draft.cleaned())

    def run_many(self, texts: Iterable[str]) -> list[Cleaned]:
        """Clean several documents, each as :meth:`run` does: the way for batches, of any size.

        Each filter goes through all documents of a batch before the next filter begins. Its code and its tables stay
        in the processor's cache so: a stream of small documents takes a fifth less time than one call for each. The
        results are those of single calls, whatever stands beside a document. Threads may share the pipeline.

        Raises what :meth:`run` raises, and TypeError for a text that is no string, with its place in ``texts``. An
        error ends the whole call: to keep the other results, call :meth:`run` for each.

        >>> [cleaned.text for cleaned in Pipeline.from_preset("lossless").run_many(["Hà  Nội", "Sơn La"])]
        ['Hà Nội', 'Sơn La']
        """
        if isinstance(texts, str):
            raise TypeError("several texts are due, and this is one string; put it into a list, or use clean or run")
        results: list[Cleaned] = []
        for batch in batches(_strings(texts), len, BATCH):
            if any(len(text) > parts.PART for text in batch):
                results += map(self.run, batch)
                continue
            drafts = [Draft(text, self.policy) for text in batch]
            for stretch in self._stretches:
                open_ = [draft for draft in drafts if not draft.passes(stretch)]
                for group in stretch.groups:
                    for draft in open_:
                        draft.take(group)
            results += [draft.cleaned() for draft in drafts]
        return results

    def _check_rules(self) -> None:
        """Refuse a ``select`` or ``ignore`` that names nothing: a misspelt rule would be a silent no."""
        codes = (*self.settings.select, *self.settings.ignore)
        known = {rule for made in self.filters for rule in made.rules}
        if unknown := [code for code in codes if not _names_a_rule(code, known)]:
            known = {r for made in registry.build(registry.names(), self.settings) for r in made.rules}
            for code in unknown:
                if not _names_a_rule(code, known):
                    near = did_you_mean(code, [*sorted(known), *registry.names()])
                    more = "" if near else "; `vntextclean rules` lists them all"
                    raise ConfigError(f"no rule is called {code!r}{near}{more}")


def _take(draft: Draft, stretches: Iterable[registry.Stretch]) -> None:
    for stretch in stretches:
        if not draft.passes(stretch):
            for group in stretch.groups:
                draft.take(group)


def _strings(texts: Iterable[str]) -> Iterator[str]:
    for number, text in enumerate(texts):
        if not isinstance(text, str):
            raise TypeError(f"texts[{number}] is {type(text).__name__}, and only strings can be cleaned; leave it out")
        yield text


def _names_a_rule(code: str, known: Iterable[str]) -> bool:
    return any(rule == code or rule.startswith(code + ".") for rule in known)
