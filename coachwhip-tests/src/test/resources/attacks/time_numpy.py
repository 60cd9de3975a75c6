# wants: the processor by one large product
# success: the run goes on past its limit
# variants: preset
import numpy as np

product = np.random.default_rng(1).random((2500, 2500))
while True:
    product = product @ product % 1.0
