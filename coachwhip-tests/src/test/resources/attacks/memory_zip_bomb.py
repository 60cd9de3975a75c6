# wants: all memory by a small text that unpacks to a large one
# success: 8 GB are unpacked
# variants: preset kernel
import zlib

compressor = zlib.compressobj(9)
block = b"\0" * (1 << 20)
packed = b"".join(compressor.compress(block) for _ in range(64)) + compressor.flush()
twice = zlib.compress(packed)
kept = []
while len(kept) < 128:
    kept.append(zlib.decompress(zlib.decompress(twice)))
"succeeded"
