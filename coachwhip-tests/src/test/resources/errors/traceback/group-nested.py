# needs 3.11
def group():
    inner = ExceptionGroup('inner', [ValueError(1), ExceptionGroup('deepest', [KeyError('k'), OSError('o')])])
    inner.add_note('of inner')
    outer = ExceptionGroup('outer', [inner, TypeError('t')])
    outer.add_note('of outer')
    raise outer


group()
