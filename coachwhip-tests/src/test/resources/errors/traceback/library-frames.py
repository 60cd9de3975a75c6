import functools
import re

functools.reduce(lambda a, b: a / b, [1, 0])
