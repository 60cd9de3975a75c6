"""What counting the operations and calls of a run needs to know. Run when a run first has such a limit."""

import coachwhip
import opcode
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


def is_counted(ident):
    """Whether all that a thread does is counted."""
    innermost = frame = sys._current_frames().get(ident)
    while frame is not None:
        if not frame.f_trace_lines:
            return False
        frame = frame.f_back
    return innermost is None or not _is_empty_loop(innermost)


def _is_empty_loop(frame):
    """Whether a frame stands at a jump to itself, as made of `while True: pass`. Before 3.12 it is not traced."""
    if sys.version_info >= (3, 12):
        return False
    code, at = frame.f_code.co_code, frame.f_lasti
    name, argument = opcode.opname[code[at]], code[at + 1]
    return (name == "JUMP_ABSOLUTE" and argument * 2 == at) or (name == "JUMP_BACKWARD" and argument == 1)
