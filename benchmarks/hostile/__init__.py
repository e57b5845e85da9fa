"""What attackers send: texts, answers, requests and replies of a model's server, made by number and seed."""

__all__: list[str] = []
