exec('if True:\nx = 1\n')
