# expect: anything
eval("lambda: " * 20000 + "1")
