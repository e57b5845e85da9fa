"""Questions that go on with a conversation: made to stand alone, and searched for where they belong."""
