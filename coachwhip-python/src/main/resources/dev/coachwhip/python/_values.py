"""What conversions of values ask of Python."""

import functools
import importlib
import sys
import types

# Classes that their module does not have under the name that they say.
_NAMED_OTHERWISE = types.MappingProxyType, type({}.keys()), type({}.values()), type({}.items())


def lineage(cls):
    """The full names of a class and its bases, in the order in which attributes are looked up; only of those that are what their
    name says: a script may name its own class `builtins.int`. A tuple whose elements have names is a `collections.namedtuple` too."""
    names = []
    for base in type.mro(cls):
        if base is tuple and hasattr(cls, "_fields"):
            names.append("collections.namedtuple")
        if _is_genuine(base):
            names.append(_name(base))
    return names


def _name(cls):
    return f"{cls.__module__}.{cls.__qualname__}"


def _is_genuine(cls):
    if any(cls is other for other in _NAMED_OTHERWISE):  # no `in`: a class may have an __eq__ of its metaclass
        return True
    try:
        return getattr(sys.modules[cls.__module__], cls.__qualname__) is cls
    except (AttributeError, KeyError, TypeError):
        return False


def module_object(module, path):
    """What a module has under names with dots between."""
    return functools.reduce(getattr, path.split("."), importlib.import_module(module))


def zone_info(key):
    """The time zone of a name; None if Python's database has none."""
    import zoneinfo

    try:
        return zoneinfo.ZoneInfo(key)
    except (KeyError, OSError, ValueError):
        return None


def pandas_nanoseconds(time):
    """What a Timestamp or Timedelta has beyond the microseconds of its base."""
    return time.nanosecond if hasattr(time, "nanosecond") else time.nanoseconds
