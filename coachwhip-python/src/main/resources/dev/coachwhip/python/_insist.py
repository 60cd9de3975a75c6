"""A stop that a script cannot go on after by catching it. Run when a stop has been caught for some time."""

from coachwhip import ScriptCancelled


def stop_class(insist):
    """A class of exceptions whose making, which is on the thread that one is raised in, calls a function without arguments."""
    return type("ScriptCancelled", (ScriptCancelled,), {"__module__": "coachwhip", "__init__": insist})
