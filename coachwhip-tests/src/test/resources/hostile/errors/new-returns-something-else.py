# expect error: TypeError
class Bad(Exception):
    def __new__(cls):
        return 7


raise Bad
