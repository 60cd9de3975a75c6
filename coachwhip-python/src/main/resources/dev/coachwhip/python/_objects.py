"""Java objects as Python objects. The Java side makes a class for each API, and one for each kind of live view, out of functions whose
body is Java; an object keeps what stands for its Java object in a slot that has no name."""

import sys
from collections import abc
from keyword import iskeyword
from operator import index as _as_index

_MAKING = object()
_Function = type(lambda: None)


class JavaClass(type):
    """The class of the classes of Java objects, which scripts can neither change nor extend."""

    def __new__(mcls, name, bases, namespace, making=None):
        if making is not _MAKING:
            raise TypeError(f"the Java class {bases[0].__name__} cannot be extended in Python")
        return type.__new__(mcls, name, bases, namespace)

    def __init__(cls, name, bases, namespace, making=None):
        type.__init__(cls, name, bases, namespace)

    def __call__(cls, *_, **__):
        raise TypeError(f"objects of the Java class {cls.__name__} are made in Java")

    def __setattr__(cls, name, value):
        raise TypeError(f"the Java class {cls.__name__} cannot be changed")

    def __delattr__(cls, name):
        raise TypeError(f"the Java class {cls.__name__} cannot be changed")

    def __dir__(cls):
        hidden = cls._java_names
        return [name for name in type.__dir__(cls) if name not in hidden and (name[:1] != "_" or name[:2] == "__")]


class JavaObject(metaclass=JavaClass, making=_MAKING):
    """An object of the Java program, of which scripts can use what the program exposes."""

    __module__ = "coachwhip"
    __slots__ = ("_handle", "__weakref__")
    _java_names = frozenset(["__slots__", "__firstlineno__", "__static_attributes__"])

    def __dir__(self):
        return dir(type(self))

    def __reduce__(self):
        raise TypeError(f"a Java object of class {type(self).__name__} cannot be copied or pickled")

    def __reduce_ex__(self, protocol):
        self.__reduce__()


_slot = JavaObject.__dict__["_handle"]
get_handle = _slot.__get__
set_handle = _slot.__set__
for _name in ("_handle", "__slots__"):
    type.__delattr__(JavaObject, _name)
sys.modules["coachwhip"].JavaObject = JavaObject


def _python_name(name):
    return name + "_" if iskeyword(name) else name


def _method(name, module, owner, parameters, doc, call):
    """A Python function around one whose body is Java: it has a signature, and is called faster than the other as a method."""
    if parameters is None or not all(p.isidentifier() and p.isascii() for p in parameters):
        source = "lambda self, /, *args, **names: call(self, *args, **names)"
    else:
        names = ", ".join(["self", *map(_python_name, parameters)])
        source = f"lambda {names}: call({names})"
    method = eval(compile(source, "<coachwhip._objects>", "eval", 0, True), {"call": call, "__builtins__": {}})
    method.__code__ = method.__code__.replace(co_name=name)
    method.__name__ = name
    method.__qualname__ = f"{owner}.{name}"
    method.__doc__ = doc
    method.__module__ = module
    return method


def make_class(name, module, doc, methods, properties, java_names):
    """The class of an API: `methods` as (name, parameters or None, doc, function whose body is Java), `properties` as (name, getter,
    setter or None, doc), and the names by which Java knows members that have a name of their own in Python, each with that."""
    namespace = {}
    for key, parameters, text, call in methods:
        key = _python_name(key)
        namespace[key] = _method(key, module, name, parameters, text, call)
    for key, getter, setter, text in properties:
        namespace[_python_name(key)] = property(getter, setter, None, text)
    for java_name, key in java_names.items():
        namespace[_python_name(java_name)] = namespace[_python_name(key)]
    hidden = {_python_name(java_name) for java_name in java_names}
    namespace.update(
        __module__=module, __doc__=doc, __slots__=(), _java_names=JavaObject._java_names | hidden, __qualname__=name
    )
    return JavaClass(name, (JavaObject,), namespace, making=_MAKING)


# ---- live views


def get_at(self, index):
    """list[index] for what is no plain int."""
    if isinstance(index, slice):
        return self._get_range(*_positions(self, index))
    return self[_plain_index(self, index)]


def set_at(self, index, value):
    """list[index] = value for what is no plain int."""
    if isinstance(index, slice):
        self._set_range(*_positions(self, index), list(value))
    else:
        self[_plain_index(self, index)] = value


def delete_at(self, index):
    """del list[index] for what is no plain int."""
    if isinstance(index, slice):
        self._delete_range(*_positions(self, index))
    else:
        del self[_plain_index(self, index)]


def _positions(self, index):
    size = len(self)
    start, stop, step = index.indices(size)
    # No further than it takes to leave the list, but never down to 1, which means a plain slice.
    return start, stop, max(-size - 2, min(step, size + 2))


def insert(self, index, value):
    """list.insert for an index that is no plain int."""
    plain = _as_index(index)
    self.insert(max(-(2**62), min(int(plain), 2**62)), value)


def _plain_index(self, index):
    try:
        plain = int(_as_index(index))
    except TypeError:
        name = type(index).__name__
        raise TypeError(f"{type(self).__name__} indices must be integers or slices, not {name}") from None
    if not -(2**63) <= plain < 2**63:
        raise IndexError(f"{type(self).__name__} index out of range")
    return plain


def _list_repr(self):
    return repr(list(self))


def _list_eq(self, other):
    if not isinstance(other, (list, _list_class)):
        return NotImplemented
    return list(self) == list(other)


def _iterable_repr(self):
    return f"<{type(self).__name__} {list(self)!r}>"


_BASES = {
    "JavaList": abc.MutableSequence,
    "JavaMap": abc.MutableMapping,
    "JavaSet": abc.Set,
    "JavaCollection": abc.Collection,
    "JavaIterable": abc.Iterable,
    "JavaIterator": abc.Iterator,
    "JavaStream": abc.Iterator,
}


def _mixins(base):
    """What a class of collections.abc gives to those that extend it, which ours cannot for their own metaclass."""
    found = {}
    for cls in reversed(base.__mro__[:-1]):
        for name, member in vars(cls).items():
            is_method = isinstance(member, _Function) and name not in base.__abstractmethods__
            if is_method or name == "__reversed__" or name.startswith(f"_{cls.__name__}__"):
                found[name] = member
    return found


def make_live_class(name, doc, java):
    """The class of live views of one kind: `java` are (name, parameters, doc, function whose body is Java)."""
    global _list_class
    base = _BASES[name]
    namespace = _mixins(base)
    if name == "JavaList":
        namespace.update(__repr__=_list_repr, __eq__=_list_eq, __hash__=None)
    elif name == "JavaMap":
        namespace.update(__repr__=lambda self: repr(dict(self.items())), __hash__=None)
    elif name == "JavaSet":
        namespace.update(_from_iterable=set, __repr__=lambda self: f"<JavaSet {set(self)!r}>", __hash__=None)
    elif name == "JavaCollection":
        namespace.update(__repr__=_iterable_repr)
    elif base is abc.Iterator:
        namespace.update(__enter__=_enter, __exit__=_close)
        if name == "JavaStream":
            namespace.update(__del__=_drop)
    for key, parameters, text, call in java:
        namespace[key] = _method(key, "coachwhip", name, parameters, text, call)
    namespace.update(__module__="coachwhip", __doc__=doc, __slots__=(), __qualname__=name)
    cls = JavaClass(name, (JavaObject,), namespace, making=_MAKING)
    base.register(cls)
    if name == "JavaList":
        _list_class = cls
    return cls


_list_class = list


def _enter(self):
    return self


def _close(self, *_):
    self.close()


def _drop(self):
    self._dropped()
