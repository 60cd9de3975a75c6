# expect error: RuntimeError: lost sys.stdout
import sys

del sys.stdout
print("lost")
1
