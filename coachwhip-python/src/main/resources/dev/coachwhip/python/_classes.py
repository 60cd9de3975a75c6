"""Classes of the script, and those made here where it has none, for values of Java that have names."""

import collections
import enum
import functools


def enum_class(name, *constants):
    return enum.Enum(name, [(constant, constant) for constant in constants], module="coachwhip")


def enum_member(scope, made, name):
    """The member of a class that `enum_class` made, or rather of the script's own if it has as many."""
    own = scope.get(made.__name__)
    if isinstance(own, enum.EnumMeta) and made.__members__.keys() <= own.__members__.keys():
        return own[name]
    return made[name]


def field_names(value):
    """The names of a namedtuple's elements; None if it lies about them."""
    names = type(value)._fields
    fits = type(names) is tuple and len(names) == tuple.__len__(value) and all(type(name) is str for name in names)
    return names if fits else None


def named_tuple(scope, name, fields, values):
    """An instance of the script's own class, if that has the same fields."""
    own = scope.get(name)
    if not (isinstance(own, type) and issubclass(own, tuple) and getattr(own, "_fields", None) == fields):
        own = _named_tuple_class(name, fields)
    return tuple.__new__(own, values)


@functools.lru_cache(256)
def _named_tuple_class(name, fields):
    try:
        return collections.namedtuple(name, fields, module="coachwhip")
    except ValueError:  # a name that only a class made by hand can have
        return tuple
