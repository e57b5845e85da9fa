"""Imported by the server that sessions are forked from: loads and warms what they need, and opens nothing."""

from benchmarks.durability.campaign import preload

preload()
