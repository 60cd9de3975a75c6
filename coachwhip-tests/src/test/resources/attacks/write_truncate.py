# wants: to empty the canary
# success: it is empty
# variants: preset kernel
import os

attempt(
    lambda: os.truncate(canary, 0),
    lambda: os.open(canary, os.O_TRUNC),
    lambda: os.open(canary, os.O_TRUNC | os.O_WRONLY),
)
