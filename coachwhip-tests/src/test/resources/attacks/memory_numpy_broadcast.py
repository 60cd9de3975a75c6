# wants: a small expression that needs all memory
# success: it is computed
# variants: preset
import numpy as np

attempt(lambda: (np.ones((1_000_000, 1)) + np.ones((1, 1_000_000))).sum())
