"""What articles deny, hold out or contradict: premises of a question, and sources against each other."""
