# wants: the canary's text, by NumPy's own ways to files
# success: an array of its bytes comes back
# variants: preset kernel
import numpy as np

attempt(
    lambda: np.fromfile(canary, dtype=np.uint8),
    lambda: np.memmap(canary, dtype=np.uint8, mode="r")[:4].tolist(),
    lambda: np.loadtxt(canary, dtype=str),
    lambda: np.genfromtxt(canary, dtype=str),
    lambda: np.fromregex(canary, "(.*)", [("text", "S100")]),
    lambda: np.load(canary, allow_pickle=True),
    lambda: np.lib.npyio.DataSource(None).open(canary).read(),
)
