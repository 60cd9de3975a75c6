"""What arrays ask of Python."""


def load_numpy():
    """NumPy's table of C functions and its array class; None where NumPy is not installed."""
    try:
        import numpy
    except ModuleNotFoundError as error:
        if error.name != "numpy":
            raise
        return None
    try:
        from numpy._core._multiarray_umath import _ARRAY_API
    except ImportError:  # before NumPy 2
        from numpy.core._multiarray_umath import _ARRAY_API
    return _ARRAY_API, numpy.ndarray


def sample():
    """An array to prove the layout of NumPy's array objects with; see ArrayLayout."""
    import numpy

    array = numpy.arange(24, dtype=">i4").reshape(2, 3, 4)[::-1, ::2]
    array.flags.writeable = False
    return array, array.__array_interface__["data"][0], id(array.dtype), id(array.base)


def typestr(dtype):
    """A NumPy dtype in the array interface's short form; a structured one is so many raw bytes. None if it refers to objects."""
    return None if dtype.hasobject else dtype.str


def dtype(typestr):
    import numpy

    return numpy.dtype(typestr)


def collect():
    """Frees what only circles of references keep."""
    import gc

    gc.collect()


def new_memory(byte_count):
    """Memory of Python's own for want of NumPy: what keeps it, and its address."""
    import ctypes

    memory = (ctypes.c_char * byte_count)()
    return memory, ctypes.addressof(memory)


def view_of_memory(owner, address, byte_count, format, shape, read_only):
    """A memoryview of some memory, for want of NumPy; keeps its owner alive."""
    import ctypes

    memory = (ctypes.c_char * byte_count).from_address(address)
    memory._owner = owner
    view = memoryview(memory).cast("B")
    if read_only:
        view = view.toreadonly()
    return view.cast(format) if 0 in shape else view.cast(format, shape)
