# expect error: SyntaxError
raise SyntaxError("by hand", ("file", -1, -5, "text", -2, -9))
