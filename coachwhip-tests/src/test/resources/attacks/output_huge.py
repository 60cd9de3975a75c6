# wants: the host's memory or disk, by what it prints
# success: all of it arrives
# variants: preset kernel
while True:
    print("x" * 100_000)
