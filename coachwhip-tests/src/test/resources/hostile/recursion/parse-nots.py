# expect: anything
eval("not " * 50000 + "1")
