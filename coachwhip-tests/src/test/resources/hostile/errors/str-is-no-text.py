# expect error: Bad
class Bad(Exception):
    def __str__(self):
        return 7


raise Bad(1)
