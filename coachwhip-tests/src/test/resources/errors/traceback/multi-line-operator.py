def f(a):
    return (
        a
        + 1
        + (
            'x'
        )
    )


f(2)
