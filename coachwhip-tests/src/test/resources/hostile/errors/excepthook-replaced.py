# expect error: ValueError: text
import sys

sys.excepthook = 7
try:
    raise ValueError("text")
finally:
    sys.excepthook = sys.__excepthook__
