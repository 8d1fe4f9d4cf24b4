"""NeMo Curator: a modifier that cleans the text of documents, for its stage ``Modify``.

Needs nemo-curator, which installs PyTorch and CUDA: ``pip install nemo-curator``. The modifier itself needs neither.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from vntextclean.integrations.cleaner import Cleaner

try:
    from nemo_curator.stages.text.modifiers import DocumentModifier
except ModuleNotFoundError as error:
    raise ModuleNotFoundError(
        f"cleaning in NeMo Curator needs the package {error.name}: pip install nemo-curator", name=error.name
    ) from error

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from vntextclean.settings import SettingsOptions


class CleanModifier(DocumentModifier):  # type: ignore[misc]  # its base has no types
    """Cleans a field of documents: ``Modify(CleanModifier(), "text")``; what is no string stays as it is.

    It is sent to workers by its settings alone.

    >>> CleanModifier().modify_document("Hà  Nội")
    'Hà Nội'
    """

    def __init__(self, preset: str = "web", **settings: Unpack[SettingsOptions]) -> None:
        super().__init__()
        self.cleaner = Cleaner(preset, **settings)

    def modify_document(self, text: object) -> object:
        """The text cleaned."""
        return self.cleaner.pipeline.run(text).text if isinstance(text, str) else text
