"""What a question asks for: its kind, whose words, which names and years, and whether the articles answer it."""
