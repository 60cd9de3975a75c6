def f(a, b):
    return (a + 1) * b ** 2 - [1] // 2


f(3, 4)
