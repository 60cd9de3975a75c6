# expect: anything
eval("[" * 180 + "]" * 180)
