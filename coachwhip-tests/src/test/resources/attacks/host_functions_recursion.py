# wants: the host's stack, by calls that call back
# success: the host is harmed
# variants: preset kernel
def again(depth):
    return calls_back(again, depth + 1)


again(0)
