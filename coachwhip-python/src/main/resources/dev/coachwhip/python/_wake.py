"""What a signal does that wakes a thread from a C function. Run when a script runs for long or is first stopped."""

import _signal
import sys

from coachwhip import ScriptCancelled

# Where it is known to work. Without a global lock, Python's main thread is asked for by other threads at any moment.
supported = sys.platform != "win32" and sys.version_info < (3, 15) and "t" not in sys.abiflags


def install(number, take_stop):
    """Installs the handler; returns whether Python takes the calling thread for its main thread, where alone that can be done."""

    def wake(number, frame):
        # A stop that was asked for in the usual way is raised here too, since this is Python code. Else Java is asked.
        if take_stop():
            raise ScriptCancelled

    try:
        _signal.signal(number, wake)
    except ValueError:
        return False
    return True
