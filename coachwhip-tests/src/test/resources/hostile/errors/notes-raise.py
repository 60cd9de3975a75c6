# python: 3.11
# expect error: ValueError: text
class Note:
    def __str__(self):
        raise KeyError


e = ValueError("text")
e.__notes__ = [Note(), "second"]
raise e
