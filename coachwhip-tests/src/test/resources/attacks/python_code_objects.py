# wants: a crash by functions made of nonsense
# success: the host is harmed
# variants: preset
import types

body = types.CodeType(
    0, 0, 0, 0, 1, 3, bytes([100, 77, 83, 0] * 8), (), (), (), "x", "x", "x", 1, b"", b"", (), ()
)
types.FunctionType(body, {})()
"refused"
