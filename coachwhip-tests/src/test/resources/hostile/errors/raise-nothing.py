# expect error: RuntimeError
raise
