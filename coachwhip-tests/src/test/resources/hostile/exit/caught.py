# expect: caught 4
import sys

try:
    sys.exit(4)
except BaseException as e:
    text = f"caught {e.code}"
text
