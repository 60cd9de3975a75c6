# expect: anything
exit(0)
