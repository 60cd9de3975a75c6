# expect error: SyntaxError
raise SyntaxError("by hand", (7, "line", [], None))
