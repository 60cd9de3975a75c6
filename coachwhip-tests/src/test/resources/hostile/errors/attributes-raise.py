# expect error: Bad
class Bad(Exception):
    def __getattribute__(self, name):
        raise MemoryError(name)


raise Bad(1)
