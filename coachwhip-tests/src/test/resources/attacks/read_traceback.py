# wants: the canary's text as the source line of an error that claims to be from it
# success: the text is in the traceback
# variants: preset kernel
import traceback

text = ""
try:
    exec(compile("raise ValueError('here')", canary, "exec"))
except ValueError:
    text = traceback.format_exc()
"succeeded" if secret in text else "refused"
