# python: 3.11
# expect error: ValueError: text
e = ValueError("text")
e.__notes__ = 7
raise e
