# expect error: ZeroDivisionError
class Bad(Exception):
    def __init__(self):
        1 / 0


raise Bad
