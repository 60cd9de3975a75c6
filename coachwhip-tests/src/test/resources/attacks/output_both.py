# wants: as output_huge, by the error output and without line ends
# success: all of it arrives
# variants: preset kernel
import sys

while True:
    sys.stderr.write("x" * 65536)
    sys.stdout.write("y" * 65536)
