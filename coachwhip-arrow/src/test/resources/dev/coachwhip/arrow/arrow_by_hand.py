"""The Arrow C data interface by ctypes: what pyarrow does in C++, small enough to be read. Counts what it releases."""

import ctypes
import struct
from ctypes import POINTER, c_char_p, c_int, c_int64, c_void_p, py_object


class ArrowSchema(ctypes.Structure):
    pass


class ArrowArray(ctypes.Structure):
    pass


class ArrowArrayStream(ctypes.Structure):
    pass


ArrowSchema._fields_ = [
    ("format", c_char_p), ("name", c_char_p), ("metadata", c_void_p), ("flags", c_int64), ("n_children", c_int64),
    ("children", POINTER(POINTER(ArrowSchema))), ("dictionary", POINTER(ArrowSchema)), ("release", c_void_p), ("private_data", c_void_p),
]  # fmt: skip
ArrowArray._fields_ = [
    ("length", c_int64), ("null_count", c_int64), ("offset", c_int64), ("n_buffers", c_int64), ("n_children", c_int64),
    ("buffers", POINTER(c_void_p)), ("children", POINTER(POINTER(ArrowArray))), ("dictionary", POINTER(ArrowArray)),
    ("release", c_void_p), ("private_data", c_void_p),
]  # fmt: skip
ArrowArrayStream._fields_ = [
    ("get_schema", c_void_p), ("get_next", c_void_p), ("get_last_error", c_void_p), ("release", c_void_p), ("private_data", c_void_p),
]  # fmt: skip

Release = ctypes.CFUNCTYPE(None, c_void_p)
GetSchema = ctypes.CFUNCTYPE(c_int, c_void_p, POINTER(ArrowSchema))
GetNext = ctypes.CFUNCTYPE(c_int, c_void_p, POINTER(ArrowArray))
GetLastError = ctypes.CFUNCTYPE(c_void_p, c_void_p)

_new = ctypes.pythonapi.PyCapsule_New
_new.restype, _new.argtypes = py_object, [c_void_p, c_char_p, c_void_p]
_get = ctypes.pythonapi.PyCapsule_GetPointer
_get.restype, _get.argtypes = c_void_p, [py_object, c_char_p]
_get_raw = ctypes.PYFUNCTYPE(c_void_p, c_void_p, c_char_p)(("PyCapsule_GetPointer", ctypes.pythonapi))

# ---- consumer


def moved(capsule, name, kind):
    """The structure of a capsule, moved out of it as the interface says."""
    inside = ctypes.cast(_get(capsule, name), POINTER(kind)).contents
    if not inside.release:
        raise ValueError("the capsule was consumed before")
    own = kind()
    ctypes.memmove(ctypes.byref(own), ctypes.byref(inside), ctypes.sizeof(kind))
    inside.release = None
    return own


def release(structure):
    if structure.release:
        Release(structure.release)(ctypes.addressof(structure))
    assert not structure.release


def consume_array(table):
    schema, array = table.__arrow_c_array__()
    return moved(schema, b"arrow_schema", ArrowSchema), moved(array, b"arrow_array", ArrowArray)


def rows(table):
    """The rows of a record batch as dicts."""
    schema, array = consume_array(table)
    result = values(schema, array)
    release(array)
    release(schema)
    return result


def stream_rows(table):
    """The rows of each batch of a stream."""
    stream = moved(table.__arrow_c_stream__(), b"arrow_array_stream", ArrowArrayStream)
    address, schema, batches = ctypes.addressof(stream), ArrowSchema(), []
    try:
        checked(stream, GetSchema(stream.get_schema)(address, ctypes.byref(schema)))
        while True:
            array = ArrowArray()
            checked(stream, GetNext(stream.get_next)(address, ctypes.byref(array)))
            if not array.release:
                break
            batches.append(values(schema, array))
            release(array)
    finally:
        release(schema)
        release(stream)
    return batches


def checked(stream, code):
    if code:
        message = GetLastError(stream.get_last_error)(ctypes.addressof(stream))
        raise OSError(code, ctypes.string_at(message).decode())


_NUMBERS = {b"c": "b", b"C": "B", b"s": "h", b"S": "H", b"i": "i", b"I": "I", b"l": "q", b"L": "Q", b"f": "f", b"g": "d", b"tdD": "i"}


def values(schema, array):
    """The values of an array."""
    if array.n_buffers and array.buffers[0]:
        valid = [_bit(array.buffers[0], array.offset + i) for i in range(array.length)]
    else:
        valid = [True] * array.length
    return [value if ok else None for ok, value in zip(valid, _all(schema, array))]


def _all(schema, array):
    start, end, kind = array.offset, array.offset + array.length, schema.format
    if schema.dictionary:
        words = values(schema.dictionary.contents, array.dictionary.contents)
        return [words[i] if 0 <= i < len(words) else None for i in _numbers(_NUMBERS[kind], array, 1, end)[start:]]
    if kind in _NUMBERS or kind.startswith(b"ts"):
        return _numbers(_NUMBERS.get(kind, "q"), array, 1, end)[start:]
    if kind == b"n":
        return [None] * array.length
    if kind == b"b":
        return [_bit(array.buffers[1], i) for i in range(start, end)]
    if kind == b"u":
        offsets = _numbers("i", array, 1, end + 1)[start:]
        return [ctypes.string_at(array.buffers[2] + a, b - a).decode() for a, b in zip(offsets, offsets[1:])]
    children = [values(schema.children[i].contents, array.children[i].contents) for i in range(schema.n_children)]
    if kind == b"+l":
        offsets = _numbers("i", array, 1, end + 1)[start:]
        return [children[0][a:b] for a, b in zip(offsets, offsets[1:])]
    if kind == b"+s":
        names = [schema.children[i].contents.name.decode() for i in range(schema.n_children)]
        return [dict(zip(names, row)) for row in zip(*children)][start:end] if children else [{}] * array.length
    raise NotImplementedError(kind)


def _numbers(code, array, buffer, count):
    size = struct.calcsize("<" + code)
    return list(struct.unpack(f"<{count}{code}", ctypes.string_at(array.buffers[buffer], count * size))) if count else []


def _bit(address, index):
    return bool(ctypes.string_at(address + index // 8, 1)[0] >> index % 8 & 1)


# ---- producer

released = []  # names of what was made since count_anew and is released, in order
_alive = {}  # what C has pointers to, until it is released
_number = 0


def count_anew():
    """Begins another list: what scripts made before may be released at any time from now on."""
    global released
    released = []


def _keep(*things):
    global _number
    _number += 1
    _alive[_number] = things
    return _number


def _release_of(kind, name):
    counts = released

    def call(address):
        structure = ctypes.cast(address, POINTER(kind)).contents
        for i in range(getattr(structure, "n_children", 0)):
            if structure.children[i].contents.release:
                release(structure.children[i].contents)
        if getattr(structure, "dictionary", None) and structure.dictionary.contents.release:
            release(structure.dictionary.contents)
        if name:
            counts.append(name)
        _alive.pop(structure.private_data, None)
        structure.release = None

    return Release(call)


def _filled(kind, counted, /, **fields):
    callback = _release_of(kind, counted)
    _callbacks.append(callback)
    structure = kind(**fields)
    structure.release = ctypes.cast(callback, c_void_p)
    structure.private_data = _keep(structure, *fields.values())
    return structure


_callbacks = []  # never freed: C may call them at any time, or be inside


def _pointers(kind, structures):
    return (POINTER(kind) * len(structures))(*[ctypes.pointer(s) for s in structures])


def schema(format, name="", children=(), dictionary=None, counted=None):
    return _filled(
        ArrowSchema, counted, format=format.encode(), name=name.encode(), flags=2, n_children=len(children),
        children=_pointers(ArrowSchema, children), dictionary=ctypes.pointer(dictionary) if dictionary else None,
    )  # fmt: skip


def array(length, buffers, children=(), dictionary=None, offset=0, null_count=-1, counted=None):
    """buffers: bytes, or None for no validity bits."""
    memory = [b and ctypes.create_string_buffer(b, len(b) + 8) for b in buffers]
    pointers = (c_void_p * len(buffers))(*[ctypes.cast(m, c_void_p) if m is not None else None for m in memory])
    if null_count < 0 and (not buffers or buffers[0] is None):
        null_count = 0
    made = _filled(
        ArrowArray, counted, length=length, null_count=null_count, offset=offset, n_buffers=len(buffers), n_children=len(children),
        buffers=pointers, children=_pointers(ArrowArray, children), dictionary=ctypes.pointer(dictionary) if dictionary else None,
    )  # fmt: skip
    _alive[made.private_data] += tuple(memory)
    return made


def packed(code, *numbers):
    return struct.pack(f"<{len(numbers)}{code}", *numbers)


def bits(*flags):
    return bytes(sum(bool(f) << i for i, f in enumerate(flags[at : at + 8])) for at in range(0, len(flags), 8))


def text(*strings):
    """The two buffers of a str column."""
    encoded = [s.encode() for s in strings]
    offsets = [sum(map(len, encoded[:i])) for i in range(len(encoded) + 1)]
    return [packed("i", *offsets), b"".join(encoded) or b"\0"]


def views(*strings):
    """The buffers of a column of string views behind its validity bits."""
    inside, outside = b"", b""
    for encoded in (s.encode() for s in strings):
        if len(encoded) <= 12:
            inside += struct.pack("<i12s", len(encoded), encoded)
        else:
            inside += struct.pack("<i4sii", len(encoded), encoded, 0, len(outside))
            outside += encoded
    return [inside, outside, packed("q", len(outside))]


def _destructor(kind, name):
    def call(capsule):
        inside = ctypes.cast(_get_raw(capsule, name), POINTER(kind)).contents
        if inside.release:
            release(inside)
        _alive.pop(ctypes.addressof(inside), None)

    return ctypes.PYFUNCTYPE(None, c_void_p)(call)


_NAMES = {ArrowSchema: b"arrow_schema", ArrowArray: b"arrow_array", ArrowArrayStream: b"arrow_array_stream"}
_destructors = {kind: _destructor(kind, name) for kind, name in _NAMES.items()}


def capsule(structure):
    kind = type(structure)
    address = ctypes.addressof(structure)
    _alive[address] = (structure,)
    return _new(address, _NAMES[kind], ctypes.cast(_destructors[kind], c_void_p))


class Batch:
    """A record batch made by functions, so that it can be exported more than once."""

    def __init__(self, schema, array):
        self.make = schema, array

    def __arrow_c_array__(self, requested_schema=None):
        return capsule(self.make[0]()), capsule(self.make[1]())


class Stream:
    """A stream of batches; an exception among them fails there."""

    def __init__(self, schema, *arrays):
        self.schema, self.arrays = schema, list(arrays)

    def __arrow_c_stream__(self, requested_schema=None):
        error = ctypes.create_string_buffer(200)

        def get_schema(_, out):
            return give(self.schema, out)

        def get_next(_, out):
            if not self.arrays:
                out.contents.release = None
                return 0
            return give(self.arrays.pop(0), out)

        def give(make, out):
            try:
                made = make()
            except Exception as e:
                error.value = str(e).encode()
                return 22
            ctypes.memmove(out, ctypes.byref(made), ctypes.sizeof(made))
            return 0

        callbacks = GetSchema(get_schema), GetNext(get_next), GetLastError(lambda _: ctypes.addressof(error))
        _callbacks.extend(callbacks)
        stream = _filled(ArrowArrayStream, "stream")
        stream.get_schema, stream.get_next, stream.get_last_error = [ctypes.cast(c, c_void_p) for c in callbacks]
        return capsule(stream)
