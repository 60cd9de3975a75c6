# expect: anything
eval("(" * 1000 + "1" + ")" * 1000)
