"""What conversions of values ask of Python."""

import sys


def lineage(cls):
    """The full names of a class and its bases, in the order in which attributes are looked up; only of those that are what their
    name says: a script may name its own class `builtins.int`."""
    return [_name(base) for base in type.mro(cls) if _is_genuine(base)]


def _name(cls):
    return f"{cls.__module__}.{cls.__qualname__}"


def _is_genuine(cls):
    try:
        return getattr(sys.modules[cls.__module__], cls.__qualname__) is cls
    except (AttributeError, KeyError, TypeError):
        return False


def plain_scalar(value):
    """A NumPy scalar as the plain Python value; itself if it has none."""
    return value.item()
