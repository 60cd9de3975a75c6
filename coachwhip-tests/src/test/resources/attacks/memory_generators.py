# wants: all memory by generators that hold each other
# success: the machine runs out of it
# variants: kernel
def holder(inner):
    large = bytearray(1 << 16)
    yield large, inner


chain = None
while True:
    chain = holder(chain)
    next(chain)
