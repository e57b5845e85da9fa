"""What the browser is given as it is: the frame, its style, and its code."""

__all__: list[str] = []
