# wants: Coachwhip's own objects, and by them the host's
# success: an attribute that reaches out is used
# variants: preset kernel
# next: another engine, since scripts of one engine trust each other
import coachwhip

names = [name for name in vars(coachwhip)]
for name in names:
    try:
        setattr(coachwhip, name, None)
    except Exception:
        pass
"refused"
