# wants: modules by the classes that all inherit from object
# success: a file is read, or a program runs
# variants: preset kernel
def modules():
    for each in object.__subclasses__():
        space = getattr(getattr(each, "__init__", None), "__globals__", None)
        if space and "sys" in space:
            yield space["sys"].modules


def os_of(known):
    return known.get("os") or known["posix"]


attempt(
    lambda: os_of(next(modules())).listdir("/"),
    lambda: os_of(next(modules())).open(canary, 0),
    lambda: succeeded(os_of(next(modules())).system("touch " + canary_folder + "/subclass") == 0),
)
