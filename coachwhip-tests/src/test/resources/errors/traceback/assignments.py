x = y = None
x += 1
