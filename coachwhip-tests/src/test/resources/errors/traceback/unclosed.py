exec('x = [1, 2\nprint(x)\n')
