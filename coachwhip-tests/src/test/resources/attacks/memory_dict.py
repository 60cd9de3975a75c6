# wants: all memory by small objects
# success: the machine runs out of it
# variants: kernel
kept = {}
number = 0
while True:
    kept[number] = (number, str(number), [number])
    number += 1
