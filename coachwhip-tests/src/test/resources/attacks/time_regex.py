# wants: the processor by an expression with exponential search
# success: the run goes on past its limit
# variants: preset
import re

re.match("(a+)+$", "a" * 40 + "b")
