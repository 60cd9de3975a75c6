# wants: a program by data that names one
# success: it runs
# variants: preset kernel
import pickle


class Gadget:
    def __init__(self, function, *arguments):
        self.call = (function, arguments)

    def __reduce__(self):
        return self.call


text = b"cos\nsystem\n(S'touch " + canary_folder.encode() + b"/pickle'\ntR."
attempt(
    lambda: succeeded(pickle.loads(text) == 0),
    lambda: pickle.loads(pickle.dumps(Gadget(open, canary, "r"))).read(),
    lambda: pickle.loads(b"cbuiltins\neval\n(S'open(\"" + canary.encode() + b"\").read()'\ntR."),
)
