# expect: anything
input("? ")
