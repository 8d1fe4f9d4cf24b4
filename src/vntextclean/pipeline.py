"""The engine: filters in order, each reading what the one before it left, and one list of changes at the end."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from vntextclean import registry
from vntextclean.cleaned import Cleaned
from vntextclean.draft import Draft
from vntextclean.errors import ConfigError
from vntextclean.filter import Filter, Phase
from vntextclean.formats import catalogue
from vntextclean.nearest import did_you_mean
from vntextclean.policy import Policy
from vntextclean.presets import preset
from vntextclean.settings import Settings, SettingsOptions
from vntextclean.streams.batches import BATCH, batches

if TYPE_CHECKING:
    from typing_extensions import Unpack


#: Filters after LAYOUT that take lines or parts of lines away, or join lines. In a structured document no line is ours.
_OF_LINES = frozenset({"inline-furniture", "line-joins"})


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

    def __repr__(self) -> str:
        return f"<Pipeline {self.settings.preset}: {', '.join(made.name for made in self.filters)}>"

    @property
    def filters(self) -> tuple[Filter, ...]:
        """The filters in run order."""
        return self._filters

    @filters.setter
    def filters(self, filters: tuple[Filter, ...]) -> None:
        self._filters = filters
        self._groups = registry.groups(filters)

    @classmethod
    def from_preset(cls, name: str = "web", **options: Unpack[SettingsOptions]) -> Pipeline:
        """The pipeline of a preset, with any field of :class:`Settings` set by name."""
        return cls(Settings(preset=name, **options))

    def __reduce__(self) -> tuple[type[Pipeline], tuple[Settings, tuple[Filter, ...]]]:
        return type(self), (self.settings, self.beside)

    def run(self, text: str, form: str = "text") -> Cleaned:
        """Clean one document; line ends stay as they are, and changes are in the offsets of ``text``.

        ``form`` is its format, one of :data:`vntextclean.formats.catalogue.FORMS`. Of Markdown, subtitles, a table,
        JSON or HTML the text alone is cleaned, and every other byte stays; no lines are removed or joined there.

        Raises TypeError for what is no string, :class:`FilterError` where a filter fails or breaks its contract,
        :class:`ModelError` where the model cannot be opened, :class:`InputError` for a text that is not of its format,
        :class:`ConfigError` for a format that is not known. A pipeline keeps nothing of a text: threads may share it.

        >>> Pipeline.from_preset("lossless").run("Gõ `ls  -l` để  xem.", "markdown").text
        'Gõ `ls  -l` để xem.'
        """
        if not isinstance(text, str):
            raise TypeError(_refusal(text))
        if form != "text":
            return self._run_in(text, form)
        draft = Draft(text, self.policy)
        for group in self._groups:
            draft.take(group)
        return draft.cleaned()

    def _run_in(self, text: str, form: str) -> Cleaned:
        """Clean the text in a structured document."""
        view = catalogue.view(text, form)
        draft = Draft(view.text, self.policy, view.frame)
        filters = [made for made in self.filters if made.phase != Phase.LAYOUT and made.name not in _OF_LINES]
        for group in registry.groups(filters):
            draft.take(group)
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
            raise TypeError("run_many takes several texts, and this is one string; use run, or put it into a list")
        results: list[Cleaned] = []
        for batch in batches(_strings(texts), len, BATCH):
            drafts = [Draft(text, self.policy) for text in batch]
            for group in self._groups:
                for draft in drafts:
                    draft.take(group)
            results += [draft.cleaned() for draft in drafts]
        return results

    def _check_rules(self) -> None:
        """Refuse a ``select`` or ``ignore`` that names nothing: a misspelt rule would be a silent no."""
        codes = (*self.settings.select, *self.settings.ignore)
        if not codes:
            return
        known = {rule for made in self.filters for rule in made.rules}
        if unknown := [code for code in codes if not _names_a_rule(code, known)]:
            known = {r for made in registry.build(registry.names(), self.settings) for r in made.rules}
            for code in unknown:
                if not _names_a_rule(code, known):
                    near = did_you_mean(code, [*sorted(known), *registry.names()])
                    raise ConfigError(f"no rule is called {code!r}{near}; `vntextclean rules` lists them all")


#: What to do instead with what is no string.
_WAYS = {bytes: "decode it first", type(None): "leave it out", list: "use run_many or clean_batch"}


def _refusal(text: object) -> str:
    return f"{type(text).__name__} cannot be cleaned, only a string: {_WAYS.get(type(text), 'give one')}"


def _strings(texts: Iterable[str]) -> Iterator[str]:
    for number, text in enumerate(texts):
        if not isinstance(text, str):
            raise TypeError(f"texts[{number}] is {type(text).__name__}, and only strings can be cleaned; leave it out")
        yield text


def _names_a_rule(code: str, known: Iterable[str]) -> bool:
    return any(rule == code or rule.startswith(code + ".") for rule in known)
