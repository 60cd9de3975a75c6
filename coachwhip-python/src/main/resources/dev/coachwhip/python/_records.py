"""Classes of Python for the records of Java, and for the Java types that a host maps to classes."""

import builtins
import dataclasses
import importlib
import keyword


def record_class(name, *components):
    """A frozen dataclass for a Java record. A component whose name Python reserves gets an underscore, as `from_`."""
    fields = [
        (_attribute(component), object, dataclasses.field(metadata={"java_name": component})) for component in components
    ]
    made = dataclasses.make_dataclass(name, fields, frozen=True)
    made.__module__ = "coachwhip.records"
    made.__java_names__ = components
    return made


def _attribute(component):
    return component + "_" if keyword.iskeyword(component) else component


def record(scope, made, *values):
    """An instance of the script's own class of the record's name, if that has the same fields, else of the class made for it."""
    own = scope.get(made.__name__)
    if isinstance(own, type) and own is not made and _field_names(own) == set(made.__java_names__):
        return own(**dict(zip(made.__java_names__, values)))
    return made(*values)


def _field_names(cls):
    if dataclasses.is_dataclass(cls):
        return {field.name for field in dataclasses.fields(cls) if field.init}
    return set(cls._fields) if issubclass(cls, tuple) and hasattr(cls, "_fields") else None


def instance(scope, name, value):
    """An instance of a class made of what the host's mapping gave: a dict passes its items by name, a list or tuple by position."""
    cls = _find(scope, name)
    if isinstance(value, cls):
        return value
    if isinstance(value, dict):
        return cls(**value)
    if isinstance(value, (list, tuple)):
        return cls(*value)
    return cls(value)


def _find(scope, name):
    module, _, path = name.rpartition(".")
    if module in ("", "__main__"):
        found = scope.get(path, getattr(builtins, path, None))
    else:
        found = _import(module, path)
    if not isinstance(found, type):
        raise TypeError(f"there is no class {name}")
    return found


def _import(module, path):
    """A name of a module, or of a class in it."""
    try:
        return getattr(importlib.import_module(module), path, None)
    except ModuleNotFoundError:
        outer, dot, cls = module.rpartition(".")
        if not dot:
            raise
        return getattr(_import(outer, cls), path, None)
