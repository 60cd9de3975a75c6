# wants: the canary's text, mapped into memory
# success: the text comes back
# variants: preset kernel
import mmap
import os


def mapped():
    file = os.open(canary, os.O_RDONLY)
    return mmap.mmap(file, 0, prot=mmap.PROT_READ)[:]


attempt(mapped)
