# expect: 1
import coachwhip

names = [name for name in vars(coachwhip) if name.startswith("_") and not name.startswith("__")]
saved = {name: vars(coachwhip)[name] for name in names}
for name in names:
    del vars(coachwhip)[name]
vars(coachwhip).update(saved)
1
