# expect error: AttributeError
import sys

sys.stdout = 7
print("lost")
