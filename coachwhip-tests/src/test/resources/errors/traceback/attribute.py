class Thing:
    __slots__ = ()


Thing().value_xyz.other
