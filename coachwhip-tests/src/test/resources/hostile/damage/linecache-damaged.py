# expect error: ZeroDivisionError
import linecache

saved = linecache.cache
linecache.cache = None
try:
    1 / 0
finally:
    linecache.cache = saved
