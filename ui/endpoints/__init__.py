"""What the page's own code asks of the server: each takes one JSON object and answers with one.

The answers carry HTML from `ui.render` wherever a text of a user, an article or a model is in them.
"""

__all__: list[str] = []
