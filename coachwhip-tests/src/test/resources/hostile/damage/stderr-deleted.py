# expect: anything
import sys
import warnings

del sys.stderr
warnings.warn("lost")
1
