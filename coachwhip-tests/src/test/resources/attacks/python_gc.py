# wants: functions that imports would refuse, among all objects there are
# success: a file is read by one
# variants: preset kernel
import gc


def found(name):
    return [each for each in gc.get_objects() if getattr(each, "__name__", "") == name]


attempt(
    *[lambda module=module: module.open(canary, 0) for module in found("posix") + found("os")],
    *[lambda module=module: module.system("true") + 1 for module in found("posix")],
)
