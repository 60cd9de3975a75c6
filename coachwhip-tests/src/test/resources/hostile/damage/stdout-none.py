# expect: 1
import sys

sys.stdout = None
print("lost")
1
