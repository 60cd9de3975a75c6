# expect error: SystemExit: the laser is off
# exit code: 1
import sys

sys.exit("the laser is off")
