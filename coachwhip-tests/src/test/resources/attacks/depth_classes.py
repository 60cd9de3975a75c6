# wants: a crash by objects that call themselves from C
# success: the host is harmed
# variants: preset kernel
class Mirror:
    def __getattr__(self, name):
        return getattr(self, name + "x")

    def __hash__(self):
        return hash((self,))

    def __iter__(self):
        return iter(self)


attempt(lambda: Mirror().a, lambda: hash(Mirror()), lambda: iter(Mirror()), lambda: isinstance(1, Mirror()))
