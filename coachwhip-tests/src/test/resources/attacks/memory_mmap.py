# wants: memory that belongs to nobody's heap
# success: 4 GB of it
# variants: kernel
import mmap

kept = []
while len(kept) < 64:
    piece = mmap.mmap(-1, 64 << 20)
    for page in range(0, len(piece), 4096):
        piece[page] = 1
    kept.append(piece)
"succeeded"
