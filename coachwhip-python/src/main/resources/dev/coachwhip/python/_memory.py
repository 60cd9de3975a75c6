"""How much memory Python has allocated. Run when a run first has a limit of memory."""

from _tracemalloc import _get_object_traceback, get_traced_memory, is_tracing, reset_peak, start, stop  # noqa: F401
