# wants: that everybody uses its own functions
# success: the next run fails
# variants: preset kernel
# next: another engine, since scripts of one engine trust each other
import builtins

for name in ("print", "len", "isinstance", "open", "__import__", "compile", "exec", "eval", "getattr", "type"):
    setattr(builtins, name, lambda *_, **__: 1 / 0)
"refused"
