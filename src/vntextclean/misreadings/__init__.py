"""Text that was read wrongly: which misreading made it, and what it was.

A folder imports from those above it in this list alone:

- ``tables``: by which tables bytes are read wrongly, and which of these show the same characters
- ``before_decoding``: what a filter asks of every text; it loads no model
- ``parsing``: what each chain of misreadings makes of the cells, words and parts of a line, and which chain made it
- ``choosing``: which of several words stands where bytes were lost, by the language model
- ``reading``: what each damaged word of a document is; signs, spaces and letters that were lost
- ``old_encodings``: lines that mix an old encoding and Unicode, or that a converter for one has spoilt
- ``marks_apart``: marks that stand apart from their letters, as glyphs of a PDF or as keys of an input method
- ``reporting``: the table of misreadings, and which of them made a document
"""
