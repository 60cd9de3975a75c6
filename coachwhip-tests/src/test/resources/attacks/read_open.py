# wants: the canary's text, by the built-in open and what lies under it
# success: the text comes back
# variants: preset kernel
import io

attempt(
    lambda: open(canary).read(),
    lambda: io.open(canary, "rb").read(),
    lambda: io.FileIO(canary).read(),
    lambda: io.open_code(canary).read(),
    lambda: open(canary.encode(), "r+").read(),
)
