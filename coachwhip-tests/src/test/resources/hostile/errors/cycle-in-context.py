# expect error: ValueError: outer
outer = ValueError("outer")
inner = KeyError("inner")
outer.__context__ = inner
inner.__context__ = outer
raise outer
