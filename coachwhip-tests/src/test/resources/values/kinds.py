"""Random values of each kind, edges first; `same` compares two of them."""

import collections
import datetime
import decimal
import fractions
import math
import pathlib
import random
import struct
import unicodedata
import uuid
import zoneinfo

Point = collections.namedtuple("Point", "x y")

DAY = datetime.timedelta(days=1)
OFFSETS = [datetime.timezone(datetime.timedelta(seconds=s)) for s in (0, 1, -1, 3600, -19800, 20700, 64800, -64800)]
ZONES = [zoneinfo.ZoneInfo(key) for key in ("UTC", "Europe/Berlin", "America/St_Johns", "Australia/Lord_Howe", "Asia/Kathmandu")]


def real(r):
    return struct.unpack("d", r.randbytes(8))[0]


def text(r):
    """Of characters that this Python knows: Java may know more, which it prints and Python escapes."""
    chars = (chr(r.choice((r.randrange(0x20, 0x7F), r.randrange(0xD800), r.randrange(0xE000, 0x110000)))) for _ in range(r.randrange(20)))
    return "".join(c for c in chars if unicodedata.category(c) != "Cn")


def micros(r):
    return r.choice((0, 0, 1, 999_999, r.randrange(1_000_000)))


def naive(r):
    day = datetime.date.fromordinal(r.randrange(1, datetime.date.max.toordinal() + 1))
    return datetime.datetime.combine(day, time(r))


def time(r):
    return datetime.time(r.randrange(24), r.choice((0, r.randrange(60))), r.choice((0, r.randrange(60))), micros(r))


def in_zone(r):
    """Times that exist, many of them in the hour that there is twice."""
    moment = datetime.datetime(2024, 10, 27, tzinfo=datetime.timezone.utc) + datetime.timedelta(minutes=r.randrange(24 * 60))
    if r.random() < 0.5:
        moment = datetime.datetime(r.randrange(1800, 2100), 6, 1, tzinfo=datetime.timezone.utc) + r.randrange(365) * DAY
    return moment.astimezone(r.choice(ZONES))


def exponent(r):
    return r.choice((0, -2, 7, r.randrange(-400, 400)))


KINDS = {
    "int": lambda r: [0, -1, 2**63 - 1, 2**63, -(2**63), -(2**63) - 1, *(r.getrandbits(r.randrange(1, 300)) * r.choice((1, -1)) for _ in range(300))],
    "float": lambda r: [0.0, -0.0, math.inf, -math.inf, math.nan, 5e-324, 1e16, 0.0001, *(real(r) for _ in range(300)), *(r.random() for _ in range(50))],
    "complex": lambda r: [0j, -0j, complex(-0.0, 2), complex(1, -0.0), complex(math.nan, math.inf), *(complex(real(r), r.random()) for _ in range(200))],
    "str": lambda r: ["", "\0", "it's", "\u200b\U0001f40d", *(text(r) for _ in range(200))],
    "bytes": lambda r: [b"", b"'\"", bytes(range(256)), *(r.randbytes(r.randrange(30)) for _ in range(100))],
    "bytearray": lambda r: [bytearray(), *(bytearray(r.randbytes(r.randrange(30))) for _ in range(100))],
    "range": lambda r: [range(0), range(5), range(-(2**63), -(2**63) + 9), *(range(r.randrange(-99, 99), r.randrange(-99, 99), r.choice((-7, -1, 1, 3))) for _ in range(200))],
    "datetime": lambda r: [datetime.datetime.min, datetime.datetime.max, *(naive(r) for _ in range(300))],
    "datetime with an offset": lambda r: [naive(r).replace(tzinfo=r.choice(OFFSETS)) for _ in range(300)],
    "datetime in a zone": lambda r: [in_zone(r) for _ in range(500)],
    "date": lambda r: [datetime.date.min, datetime.date.max, *(naive(r).date() for _ in range(300))],
    "time": lambda r: [datetime.time.min, datetime.time.max, *(time(r) for _ in range(300))],
    "time with an offset": lambda r: [time(r).replace(tzinfo=r.choice(OFFSETS)) for _ in range(300)],
    "timedelta": lambda r: [
        datetime.timedelta.min, datetime.timedelta.max, datetime.timedelta(0), DAY, -DAY, datetime.timedelta.resolution,
        *(datetime.timedelta(r.randrange(-9, 9), r.randrange(-99999, 99999), micros(r)) for _ in range(300)),
    ],
    "timezone": lambda r: OFFSETS,
    "ZoneInfo": lambda r: ZONES,
    "Decimal": lambda r: [
        *map(decimal.Decimal, ("0", "0.00", "1.10", "-1E+5", "1E-400", "1E+999999999", "1E-999999999", "0E+7", "123456789E-3")),
        *(decimal.Decimal((r.randrange(2), tuple(r.randrange(1, 10) for _ in range(r.randrange(1, 60))), exponent(r))) for _ in range(300)),
    ],
    "Fraction": lambda r: [fractions.Fraction(0), fractions.Fraction(-1, 3), *(fractions.Fraction(r.getrandbits(99) - 2**98, r.getrandbits(90) + 1) for _ in range(200))],
    "UUID": lambda r: [uuid.UUID(int=0), uuid.UUID(int=2**128 - 1), *(uuid.UUID(int=r.getrandbits(128)) for _ in range(100))],
    "Path": lambda r: [pathlib.Path(), pathlib.Path("/"), *(pathlib.Path(*(r.choice(("a", "b c", "..", "x'y", "z.tar.gz")) for _ in range(r.randrange(1, 5)))) for _ in range(50))],
    "PurePath": lambda r: [pathlib.PurePath("a") / "b", pathlib.PurePath("/").joinpath("c")],
    "namedtuple": lambda r: [Point(r.randrange(9), text(r)) for _ in range(50)],
    "tuple": lambda r: [(), (1,), (1, (2, (3,)))],
    "frozenset": lambda r: [frozenset(), frozenset((1,)), frozenset((frozenset((naive(r),)),))],
    "containers": lambda r: [[in_zone(r), {time(r): {Point(1, (real(r),))}}, {decimal.Decimal("1.10"), uuid.UUID(int=r.getrandbits(128))}] for _ in range(20)],
}


def values(kind, seed):
    return KINDS[kind](random.Random(seed))


def same(a, b):
    """Of one class and equal, floats of the same bits."""
    if type(a) is not type(b):
        return False
    if isinstance(a, float):
        return struct.pack("d", a) == struct.pack("d", b)
    if isinstance(a, complex):
        return same(a.real, b.real) and same(a.imag, b.imag)
    if isinstance(a, (list, tuple)):
        return len(a) == len(b) and all(map(same, a, b))
    if isinstance(a, datetime.datetime):
        return (a.replace(tzinfo=None), a.fold, a.tzinfo) == (b.replace(tzinfo=None), b.fold, b.tzinfo)
    return repr(a) == repr(b) if isinstance(a, decimal.Decimal) else a == b


def differences(values, back):
    return [(repr(a), repr(b)) for a, b in zip(values, back) if not same(a, b)] if len(values) == len(back) else "lengths"
