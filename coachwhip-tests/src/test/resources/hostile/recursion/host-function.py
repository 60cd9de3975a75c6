# expect error: JavaException: dev.coachwhip.error.ScriptRuntimeException
def f(n):
    return call_back(f, n + 1)


f(0)
