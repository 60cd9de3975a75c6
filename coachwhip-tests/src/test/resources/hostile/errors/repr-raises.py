# expect error: Bad
class Bad(Exception):
    def __repr__(self):
        raise ValueError("no text")


raise Bad(Bad(1))
