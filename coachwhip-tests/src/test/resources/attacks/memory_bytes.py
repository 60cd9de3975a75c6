# wants: all memory in one piece
# success: it is given
# variants: preset kernel
attempt(lambda: len(bytearray(64 << 30)), lambda: len(b"x" * (64 << 30)), lambda: len("ж" * (32 << 30)))
