"""Java's classes of exceptions as Python classes, and the packages they are imported from."""

import sys

from coachwhip import JavaException, _ask_java

_ModuleSpec = sys.modules["_frozen_importlib"].ModuleSpec
_classes = {}  # by Java name


def exception_class(java_name, base):
    package, _, name = java_name.rpartition(".")
    made = type(
        name,
        (base,),
        {
            "__module__": ".".join(["coachwhip", package]) if package else "coachwhip",
            "__doc__": f"The Java exception {java_name}.",
            "java_class": java_name,
        },
    )
    return _classes.setdefault(java_name, made)


def find(java_name):
    """The class for a Java class; JavaException itself is no such class, but the base of all."""
    if not isinstance(java_name, str):
        raise TypeError(f"the name of a Java class must be a str, not {type(java_name).__name__}")
    found = _classes.get(java_name)
    if found is None:
        found = _ask_java("exception class", java_name)
    if found is None:
        raise ImportError(f"the Java program has no class {java_name}")
    if found is False:
        raise ImportError(f"the Java class {java_name} is no exception, and only those can be imported")
    return found


class _Package(type(sys)):
    """A Java package; its attributes are the exceptions that were asked for."""

    def __getattr__(self, name):
        if name.startswith("__") or name.startswith("_") or not name[:1].isupper():
            raise AttributeError(f"module '{self.__name__}' has no attribute '{name}'")
        try:
            found = find(self.__name__.partition(".")[2] + "." + name)
        except ImportError as e:
            raise AttributeError(str(e)) from None
        setattr(self, name, found)
        return found


class _Loader:
    @staticmethod
    def create_module(spec):
        return _Package(spec.name, "Exceptions of the Java package " + spec.name.partition(".")[2] + ".")

    @staticmethod
    def exec_module(module):
        pass


def package_spec(name):
    last = name.rpartition(".")[2]
    if not last[:1].isupper():
        return _ModuleSpec(name, _Loader, is_package=True)
    find(name.partition(".")[2])  # tells what is wrong with the name
    return None
