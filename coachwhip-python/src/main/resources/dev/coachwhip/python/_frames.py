"""Data frames of pandas and polars as columns, and back. Imports neither until it is asked to make a frame."""

import sys


def _is_frame_of(package, value):
    module = sys.modules.get(package)
    frame_class = getattr(module, "DataFrame", None)
    return isinstance(frame_class, type) and isinstance(value, frame_class)


def columns(frame):
    """The columns by name, a NumPy array or a list each; None if it is no frame."""
    if _is_frame_of("pandas", frame):
        named, convert = frame.items(), _pandas_column
    elif _is_frame_of("polars", frame):
        named, convert = ((name, frame[name]) for name in frame.columns), _polars_column
    else:
        return None
    result = {}
    for name, series in named:
        if not isinstance(name, str):
            raise TypeError(f"the column name {name!r} is no str; rename the columns, as with frame.rename(columns=str)")
        if name in result:
            raise ValueError(f"two columns are named {name!r}; rename one of them")
        result[name] = convert(series)
    return result


def _pandas_column(series):
    # A dtype of pandas' own, such as Int64, keeps NumPy's in numpy_dtype, and missing values beside the numbers.
    dtype = getattr(series.dtype, "numpy_dtype", series.dtype)
    own_dtype = dtype is not series.dtype
    if getattr(dtype, "kind", "O") in "biufc" and not (own_dtype and series.hasnans):
        return series.to_numpy(dtype=dtype)
    return series.astype(object).where(series.notna(), None).tolist()


def _polars_column(series):
    dtype = series.dtype
    if (dtype.is_numeric() or str(dtype) == "Boolean") and not dtype.is_decimal() and series.null_count() == 0:
        return series.to_numpy()
    return series.to_list()


def _imported(package):
    try:
        return __import__(package)
    except ImportError as e:
        raise ImportError(f"{package} is needed and cannot be imported ({e}); install it: pip install {package}, for the Python in {sys.prefix}") from e


def pandas_frame(columns):
    return _imported("pandas").DataFrame(columns)


def polars_frame(columns):
    return _imported("polars").DataFrame(columns)
