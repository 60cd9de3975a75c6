e = ValueError('bad gain')
e.add_note('while reading channel 3')
e.add_note('of two\nlines')
raise e
