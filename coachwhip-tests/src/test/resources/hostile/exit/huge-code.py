# expect error: SystemExit
# exit code: any
import sys

sys.exit(10**30)
