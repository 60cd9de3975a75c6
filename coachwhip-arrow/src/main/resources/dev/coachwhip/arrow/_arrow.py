"""Arrow tables of Java in Python, and Python's for Java, by the Arrow PyCapsule interface.

https://arrow.apache.org/docs/format/CDataInterface/PyCapsuleInterface.html
"""

import sys

# ---- Java's tables


def _described(columns):
    return ", ".join(f"{name}: {type}" for name, type in columns)


class RecordBatch:
    """A record batch of Java, whose memory this shares. pyarrow.record_batch, polars.DataFrame and others take it."""

    __module__ = "coachwhip"
    __slots__ = ("_owner", "_schema", "_array", "_stream", "_columns", "num_rows", "__weakref__")

    def __init__(self, owner, schema, array, stream, num_rows, columns):
        self._owner = owner  # tells Java when this is dropped
        self._schema = schema
        self._array = array
        self._stream = stream
        self._columns = columns
        self.num_rows = num_rows

    # A schema may be asked for; we give what we have, as the interface allows.

    def __arrow_c_schema__(self):
        return self._schema()

    def __arrow_c_array__(self, requested_schema=None):
        return self._schema(), self._array()

    def __arrow_c_stream__(self, requested_schema=None):
        return self._stream()

    @property
    def column_names(self):
        return [name for name, type in self._columns]

    @property
    def num_columns(self):
        return len(self._columns)

    def __len__(self):
        return self.num_rows

    def __repr__(self):
        return f"<coachwhip.RecordBatch of {self.num_rows} rows: {_described(self._columns)}>"


class RecordBatchReader:
    """A stream of record batches of Java, which can be read once."""

    __module__ = "coachwhip"
    __slots__ = ("_owner", "_schema", "_stream", "_columns", "__weakref__")

    def __init__(self, owner, schema, stream, columns):
        self._owner = owner
        self._schema = schema
        self._stream = [stream]
        self._columns = columns

    def __arrow_c_schema__(self):
        return self._schema()

    def __arrow_c_stream__(self, requested_schema=None):
        try:
            stream = self._stream.pop()  # one step, also where threads race
        except IndexError:
            raise ValueError("this stream was taken before: it can be read once") from None
        return stream()

    @property
    def column_names(self):
        return [name for name, type in self._columns()]

    def __repr__(self):
        state = "" if self._stream else ", taken"
        return f"<coachwhip.RecordBatchReader: {_described(self._columns())}{state}>"


# ---- Python's tables


def table(value):
    """The capsules of a table: a stream's, or a schema's and an array's. None if it is no table."""
    if hasattr(type(value), "__arrow_c_stream__"):
        return (_stream(value),)
    if hasattr(type(value), "__arrow_c_array__"):
        return tuple(value.__arrow_c_array__())
    if _is_pandas(value):
        return (_pyarrow_for(value).Table.from_pandas(value).__arrow_c_stream__(),)
    return None


def batch(value):
    """The capsules of a record batch: a schema's and an array's. None if it is no table."""
    if hasattr(type(value), "__arrow_c_array__"):
        return tuple(value.__arrow_c_array__())
    if hasattr(type(value), "__arrow_c_stream__") or _is_pandas(value):
        raise TypeError(f"a {type(value).__name__} is a stream of batches; read it with ArrowTables.read")
    return None


def _stream(value):
    try:
        return value.__arrow_c_stream__()
    except ImportError as e:
        raise _needs_pyarrow(value, e) from e


def _is_pandas(value):
    frame_class = getattr(sys.modules.get("pandas"), "DataFrame", None)
    return isinstance(frame_class, type) and isinstance(value, frame_class)


def _pyarrow_for(value):
    try:
        import pyarrow

        return pyarrow
    except ImportError as e:
        raise _needs_pyarrow(value, e) from e


def _needs_pyarrow(value, error):
    return ImportError(
        f"a {type(value).__name__} of {type(value).__module__.partition('.')[0]} becomes an Arrow table by pyarrow only, "
        f"which cannot be imported ({error}); install it: pip install pyarrow, for the Python in {sys.prefix}. "
        "The Java method DataFrames.columns reads a frame without it"
    )
