# wants: files by NumPy's writers
# success: the canary's folder holds more
# variants: preset kernel
import numpy as np

attempt(
    lambda: np.save(canary_folder + "/new.npy", np.zeros(3)),
    lambda: np.zeros(3).tofile(canary_folder + "/new"),
    lambda: np.savetxt(canary_folder + "/new.txt", np.zeros(3)),
    lambda: np.savez(canary_folder + "/new.npz", np.zeros(3)),
    lambda: np.memmap(canary_folder + "/new.map", mode="w+", shape=(3,)),
    lambda: np.zeros(3).dump(canary_folder + "/new.pickle"),
    lambda: np.memmap(canary, mode="r+", dtype=np.uint8).fill(0),
)
