"""NumPy's scalars as plain values of Python, and its times as counts."""

import numpy

_ATTOSECONDS = {
    "h": 3600 * 10**18,
    "m": 60 * 10**18,
    "s": 10**18,
    "ms": 10**15,
    "us": 10**12,
    "ns": 10**9,
    "ps": 10**6,
    "fs": 10**3,
    "as": 1,
}


def plain(scalar):
    """The plain value that is equal; the bytes of a structured one; None if there is none."""
    dtype = numpy.generic.dtype.__get__(scalar)
    if dtype.kind == "V":
        return numpy.generic.tobytes(scalar)
    if dtype.kind == "f" and dtype.itemsize > 8:
        return _double(scalar)
    if dtype.kind == "c" and dtype.itemsize > 16:
        parts = _double(scalar.real), _double(scalar.imag)
        return None if None in parts else complex(*parts)
    item = numpy.generic.item(scalar)
    return None if item is scalar else item


def _double(longer):
    """The float that a long double is; None if it is none exactly."""
    double = float(longer)
    return double if double == longer or double != double else None


def time_parts(time):
    """What a datetime64 or timedelta64 counts, how many, and nanoseconds; None for NaT, for a count of nothing and for parts of
    nanoseconds."""
    unit, step = numpy.datetime_data(time.dtype)
    if numpy.isnat(time) or unit == "generic":
        return None
    count = int(time.view("i8")) * step
    if unit in ("Y", "M"):
        return "months", count * 12 if unit == "Y" else count, 0
    if unit in ("W", "D"):
        return "days", count * 7 if unit == "W" else count, 0
    nanos, rest = divmod(count * _ATTOSECONDS[unit], 10**9)
    return None if rest else ("seconds", *divmod(nanos, 10**9))


def datetime64_of_days(days):
    return numpy.datetime64(days, "D")


def datetime64(seconds, nanos):
    return _of_seconds(numpy.datetime64, seconds, nanos)


def timedelta64(seconds, nanos):
    return _of_seconds(numpy.timedelta64, seconds, nanos)


def _of_seconds(cls, seconds, nanos):
    """In the largest unit that is exact: the range of smaller ones is smaller."""
    for unit, digits in ("s", 0), ("ms", 3), ("us", 6):
        if nanos % 10 ** (9 - digits) == 0:
            return cls(seconds * 10**digits + nanos // 10 ** (9 - digits), unit)
    return cls(seconds * 10**9 + nanos, "ns")
