# wants: the canary's text through modules that read files on their way
# success: the text comes back
# variants: preset kernel
import codecs
import fileinput
import linecache
import tokenize


def lines():
    linecache.clearcache()
    found = linecache.getlines(canary)
    if not found:
        raise OSError("nothing read")
    return found


attempt(
    lambda: codecs.open(canary).read(),
    lambda: list(fileinput.input(canary)),
    lines,
    lambda: tokenize.open(canary).read(),
)
