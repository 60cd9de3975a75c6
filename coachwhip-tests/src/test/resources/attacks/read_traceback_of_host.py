# wants: the canary's text as the source line that the host shows for an error
# success: the text is in the report that the host makes (the harness looks there)
# variants: preset kernel
exec(compile("raise ValueError('here')", canary, "exec"))
