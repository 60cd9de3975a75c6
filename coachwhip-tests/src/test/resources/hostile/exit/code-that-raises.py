# expect error: SystemExit
# exit code: 1
import sys


class Bad:
    def __str__(self):
        raise ValueError


sys.exit(Bad())
