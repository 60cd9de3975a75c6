# wants: an engine without what it needs
# success: the next run fails
# variants: preset kernel
import builtins

builtins.__dict__.clear()
