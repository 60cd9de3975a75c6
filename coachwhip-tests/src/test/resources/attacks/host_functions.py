# wants: more of a host function than it gives
# success: the function does what nobody allowed
# variants: preset kernel
attempt(
    lambda: harmless.__globals__["os"].listdir("/"),
    lambda: harmless.__self__.__class__.__mro__[0].getClass(),
    lambda: harmless.getClass().forName("java.lang.Runtime"),
)
