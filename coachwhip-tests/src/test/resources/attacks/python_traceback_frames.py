# wants: as python_frames, by the frames of an exception
# success: a file is read
# variants: preset
def frame():
    try:
        1 / 0
    except ZeroDivisionError as problem:
        return problem.__traceback__.tb_frame


attempt(
    lambda: frame().f_builtins["open"](canary).read(),
    lambda: frame().f_back.f_builtins["__import__"]("os").listdir("/"),
    lambda: frame().f_globals["__builtins__"]["__import__"]("os").listdir("/"),
)
