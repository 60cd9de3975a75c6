# expect error: Bad
import sys


class Bad(Exception):
    def __str__(self):
        sys.exit(3)


raise Bad(1)
