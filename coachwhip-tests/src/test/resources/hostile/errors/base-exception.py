# expect error: Stop: base
class Stop(BaseException):
    pass


raise Stop("base")
