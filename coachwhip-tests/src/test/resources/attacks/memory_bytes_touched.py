# wants: all memory, piece by piece, each byte written
# success: the machine runs out of it
# variants: kernel
kept = []
while True:
    kept.append(bytearray(b"\1") * (32 << 20))
