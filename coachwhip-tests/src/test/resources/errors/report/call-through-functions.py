def ratio(a, b):
    return a / b


def fit(values):
    return [ratio(v, v - 1) for v in values]


fit([2, 1])
