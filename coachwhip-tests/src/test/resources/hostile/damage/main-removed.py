# expect: 1
import sys

main = sys.modules.pop("__main__")
sys.modules["__main__"] = main
1
