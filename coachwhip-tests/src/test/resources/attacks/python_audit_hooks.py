# wants: rid of the hook that watches it, by a hook of its own or by the list of them
# success: a file is read afterwards
# variants: preset kernel
import gc
import sys


def own():
    def hook(event, arguments):
        raise RuntimeError("none of your business")

    sys.addaudithook(hook)


def clear():
    for each in gc.get_objects():
        if isinstance(each, list) and any(getattr(one, "__name__", "") == "hook" for one in each):
            each.clear()


for step in (clear, own):
    try:
        step()
    except Exception:
        pass
attempt(lambda: open(canary).read())
