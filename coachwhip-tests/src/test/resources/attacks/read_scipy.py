# wants: the canary through SciPy's readers
# success: something is read
# variants: preset kernel
import scipy.io

attempt(
    lambda: scipy.io.FortranFile(canary).read_ints(),
    lambda: scipy.io.wavfile.read(canary),
    lambda: scipy.io.mmread(canary),
    lambda: scipy.io.whosmat(canary_folder + "/none.mat"),
)
