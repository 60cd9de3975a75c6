try:
    int('x')
except ValueError:
    {}['gain']
