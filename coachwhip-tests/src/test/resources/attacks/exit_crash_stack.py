# wants: a crash by code that the interpreter does not check
# success: the host is harmed
# variants: kernel
def model():
    pass


body = bytes([255, 255, 100, 200, 83, 0]) * 40
exec(model.__code__.replace(co_code=body, co_stacksize=1, co_consts=(None,)))
"refused"
