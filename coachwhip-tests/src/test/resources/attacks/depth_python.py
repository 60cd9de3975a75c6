# wants: a crash by recursion
# success: the host is harmed
# variants: preset kernel
def deeper(n):
    return deeper(n + 1) + 1


deeper(0)
