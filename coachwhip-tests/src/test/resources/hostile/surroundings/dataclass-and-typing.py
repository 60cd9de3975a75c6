# expect: True
import typing
from dataclasses import dataclass


@dataclass
class Point:
    x: "int"


typing.get_type_hints(Point) == {"x": int}
