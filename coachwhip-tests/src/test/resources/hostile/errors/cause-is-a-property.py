# expect error: Bad: text
class Bad(Exception):
    @property
    def __cause__(self):
        return 7


raise Bad("text")
