# wants: all memory by arrays
# success: an array larger than the limit that is full of ones
# variants: preset kernel
import numpy as np

kept = []
while True:
    kept.append(np.ones(8 << 20))
