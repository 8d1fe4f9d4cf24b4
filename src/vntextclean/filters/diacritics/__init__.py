"""Words that lost or changed a mark, a tone or a letter: doubted, weighed against what they may have been, repaired.

A folder imports from those above it in this list alone:

- ``kinds``: the kinds of damage, and how likely each is to make one word of another
- ``proposing``: which words are doubted, and what may have stood in their place
- ``evidence``: what speaks for a repair: its surroundings, its document, the rates of damage of its page
- ``reading_anew``: words that stay open, read by the nets of restoration or judged a second time
- ``guards``: what keeps a word as it stands, or leaves a repair a suggestion

``search`` weighs the candidates of a word, ``decide`` settles a text in ``rounds``, and ``filter`` proposes.
"""
