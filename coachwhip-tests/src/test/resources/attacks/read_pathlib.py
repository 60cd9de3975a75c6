# wants: the canary's text, by paths
# success: the text comes back
# variants: preset kernel
import pathlib

attempt(
    lambda: pathlib.Path(canary).read_text(),
    lambda: pathlib.Path(canary).read_bytes(),
    lambda: pathlib.Path(canary).open().read(),
)
