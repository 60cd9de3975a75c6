# wants: all memory, by a list that grows
# success: the machine runs out of it; the harness looks at the worker's end
# variants: kernel
kept = []
while True:
    kept.append([0] * 1_000_000)
