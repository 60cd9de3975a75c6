# wants: a crash while the want of memory is reported
# success: the host is harmed
# variants: kernel
class Greedy(Exception):
    def __init__(self, text):
        self.text = text
        self.more = []

    def __str__(self):
        while True:
            self.more.append("x" * 10_000_000)


raise Greedy("x")
