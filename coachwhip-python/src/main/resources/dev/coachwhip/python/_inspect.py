"""What Java asks of an object that stays in Python."""

import sys


def fields(value):
    """[(name, value)] of an instance of a dataclass, in the order of declaration; None for other objects."""
    dataclasses = sys.modules.get("dataclasses")
    if dataclasses is None or not any("__dataclass_fields__" in vars(base) for base in type.mro(type(value))):
        return None
    # A Java record's component may have a name that Python reserves.
    return [
        (field.metadata.get("java_name", field.name), getattr(value, field.name))
        for field in dataclasses.fields(type(value))
    ]


def attribute(value, name):
    """[the attribute], None if there is none."""
    try:
        return [getattr(value, name)]
    except AttributeError:
        return None


def has_mask(value):
    """True for NumPy's masked arrays; None for other objects."""
    masked = sys.modules.get("numpy.ma")
    return True if masked is not None and issubclass(type(value), masked.MaskedArray) else None


def constant_name(value):
    """The name of a member of an enumeration; None for other objects, and for flags that combine several."""
    enum = sys.modules.get("enum")
    if enum is None or not issubclass(type(value), enum.Enum):
        return None
    return value.name


def signature(function):
    """(name, documentation or None, [(parameter, kind, whether it has a default)]); None if the function does not tell."""
    import inspect

    try:
        found = inspect.signature(function)
        return (
            _text(getattr(function, "__name__", None)) or type(function).__name__,
            _text(inspect.getdoc(function)),
            [(p.name, p.kind.name, p.default is not p.empty) for p in found.parameters.values()],
        )
    except Exception:  # a builtin without one, or an object whose own code says what it likes
        return None


def _text(value):
    return value if isinstance(value, str) else None
