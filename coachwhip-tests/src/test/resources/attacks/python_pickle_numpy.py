# wants: a program by an array of objects
# success: it runs
# variants: preset
import io

import numpy as np


class Gadget:
    def __reduce__(self):
        return (open, (canary, "r"))


file = io.BytesIO()
np.save(file, np.array([Gadget()], dtype=object), allow_pickle=True)
file.seek(0)
attempt(lambda: np.load(file, allow_pickle=True)[0].read())
