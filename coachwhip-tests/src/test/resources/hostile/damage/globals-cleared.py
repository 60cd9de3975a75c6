# expect: anything
globals().clear()
len("abc")
