# expect error: MemoryError
bytearray(1 << 62)
