# expect: anything
eval("+".join(["1"] * 50000))
