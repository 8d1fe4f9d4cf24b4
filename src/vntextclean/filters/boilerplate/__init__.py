"""The furniture of a scraped page: told from the article line by line, and taken away.

A folder imports from those above it in this list alone:

- ``text``: what characters, words and marks a line holds, and the phrases of furniture
- ``reading``: the lines of a page and its blocks; which pages speak of furniture at all
- ``site``: which lines recur on other pages of the site, and what that says of a page
- ``features``: what the trees read of each line
- ``content``: what belongs to the article, whatever the trees think of it
- ``deciding``: the trees, and from what they say to which lines go

``site_table`` keeps a table of a site, and ``filter`` asks all of them.
"""
