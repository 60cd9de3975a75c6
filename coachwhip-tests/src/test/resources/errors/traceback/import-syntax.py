compile('x = (1,\ny = 2\n', 'other.py', 'exec')
