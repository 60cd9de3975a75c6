# expect: anything
import sys

sys.stdout.close()
print("lost")
