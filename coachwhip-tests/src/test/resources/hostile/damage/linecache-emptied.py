# expect error: ZeroDivisionError
import linecache

linecache.clearcache()
1 / 0
