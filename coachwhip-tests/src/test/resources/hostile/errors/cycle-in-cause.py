# expect error: ValueError: self
e = ValueError("self")
e.__cause__ = e
raise e
