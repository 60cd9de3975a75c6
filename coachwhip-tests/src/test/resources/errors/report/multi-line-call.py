def move(**axes):
    raise ValueError('out of range')


move(
    x=1,
    y=2,
)
