# wants: an engine without what it needs
# success: the next run fails
# variants: preset kernel
# next: another engine, since scripts of one engine trust each other
import builtins

builtins.__dict__.clear()
"refused"
