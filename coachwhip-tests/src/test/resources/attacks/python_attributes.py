# wants: modules as attributes of modules that may be imported
# success: a file is read
# variants: preset
import json
import random
import statistics

attempt(
    lambda: json.codecs.open(canary).read(),
    lambda: json.decoder.scanner.re.enum.sys.modules["os"].listdir("/"),
    lambda: random._os.listdir("/"),
    lambda: random._urandom.__self__.open(canary, 0),
    lambda: statistics.sys.modules["io"].open(canary).read(),
)
