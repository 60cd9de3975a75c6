"""Debugging with debugpy. There is one debugger per process, as there is one interpreter.

A few things are done through pydevd, the inner part of debugpy, which has no interface for them; each works without, only less well.
"""

import os
import sys
import threading

_attached = threading.Event()
_STOPPED = 2  # pydevd's STATE_SUSPEND


def listen(port):
    """Starts the debugger and returns the port that it listens on."""
    # Frozen modules have no lines to stop at, which matters for the standard library only. An embedded interpreter is past the point
    # where they can be switched off, and the warning would go to the program's error output.
    os.environ.setdefault("PYDEVD_DISABLE_FILE_VALIDATION", "1")
    import debugpy

    # The process is java; what speaks the protocol is a python process. Children of ours are not debugged: they might be java too.
    debugpy.configure(python=sys.executable, subProcess=False)
    _hide_our_code()
    port = _in_thread_of_its_own(lambda: debugpy.listen(("127.0.0.1", port))[1])
    threading.Thread(target=_wait_for_client, name="coachwhip-debug", daemon=True).start()
    return port


def _in_thread_of_its_own(function):
    """The thread that makes debugpy listen is debugged from then on, and stops when others do: not one that serves all engines."""
    outcome = []

    def run():
        try:
            outcome.append((function(), None))
        except BaseException as error:
            outcome.append((None, error))

    thread = threading.Thread(target=run, name="coachwhip-debug", daemon=True)
    thread.start()
    thread.join()
    result, error = outcome[0]
    if error is not None:
        raise error
    return result


def _hide_our_code():
    """Lets the debugger pass over our own functions, which stand between a script and what it calls, and run when it has ended."""
    import pydevd

    ignored = getattr(pydevd, "IGNORE_BASENAMES_STARTING_WITH", None)
    if isinstance(ignored, tuple):
        pydevd.IGNORE_BASENAMES_STARTING_WITH = (*ignored, "<coachwhip")


def _wait_for_client():
    import debugpy

    debugpy.wait_for_client()
    _attached.set()


def is_attached():
    """Whether a client has attached and set its breakpoints."""
    return _attached.is_set()


def trace_this_thread(name):
    """Lets breakpoints work on a thread that Java made. Before 3.12 the debugger sees only threads that Python made."""
    import debugpy

    thread = threading.current_thread()
    if thread.name != name:
        thread.name = name
    debugpy.debug_this_thread()


def let_go(ident):
    """Lets a thread run on that the debugger has stopped, as its script is to be cancelled."""
    watching = threading.current_thread()
    watching.is_pydev_daemon_thread = watching.pydev_do_not_trace = True  # must not stop with the others
    info = getattr(threading._active.get(ident), "additional_info", None)
    if getattr(info, "pydev_state", None) != _STOPPED:
        return
    from _pydevd_bundle import pydevd_thread_lifecycle as lifecycle
    from _pydevd_bundle.pydevd_constants import get_thread_id

    # The thread notices this only when its wait times out; by then the cancel is pending, so no further line of the script runs.
    lifecycle.resume_threads(get_thread_id(threading._active[ident]))
