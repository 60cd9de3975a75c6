# expect: anything
del __builtins__
print("still there")
