local x = 40; return x + 2
