f = lambda x: [y / x for y in range(3)]
print(sorted([3, 1], key=lambda v: f(0)[v]))
