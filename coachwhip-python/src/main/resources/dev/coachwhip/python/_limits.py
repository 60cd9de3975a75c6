"""What counting the operations and calls of a run needs to know. Run when a run first has such a limit."""

import coachwhip
import selectors
import sys
import types

# Where a stop must not be raised: an import would leave half a module behind, an event loop would lose a callback.
_NOT_TO_BE_BROKEN = ("<frozen importlib", "<coachwhip", selectors.__file__)


def may_be_stopped(frame):
    """Whether a stop may be raised where a frame is."""
    name = frame.f_code.co_filename
    asyncio = sys.modules.get("asyncio")
    return not (name.startswith(_NOT_TO_BE_BROKEN) or (asyncio is not None and name.startswith(asyncio.__path__[0])))


def own_code():
    """The identities of the code objects of our own Python code that is loaded; they live for ever."""
    found = set()
    pending = list(coachwhip._own_code)
    while pending:
        code = pending.pop()
        found.add(id(code))
        pending.extend(constant for constant in code.co_consts if isinstance(constant, types.CodeType))
    return list(found)
