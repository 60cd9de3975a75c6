# expect: anything
__builtins__ = {}
print("lost")
