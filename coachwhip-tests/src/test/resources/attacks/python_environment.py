# wants: the host's environment variables
# success: one of them is seen
# variants: preset kernel native
import os

known = {**os.environ, **{name: os.getenv(name) for name in foreign_variables if os.getenv(name)}}
seen = [name for name in foreign_variables if name in known]
f"succeeded: {seen}" if seen else "refused"
