"""Opens OpenBLAS and what it needs, before NumPy's extension modules ask the system for it.

They, and SciPy's, name these libraries without a folder, and the run paths recorded in them are
those of the machine they were built on. But the loaders of Linux, macOS and Windows all take a
library that is already open in the process for one of the same name (soname, install name, file
name). ``numpy/_distributor_init.py`` imports this module first of all, so it works in every process
that imports NumPy, virtual environments included, and costs nothing elsewhere.
"""

import ctypes
import os
import sys

_SITE_PACKAGES = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
_FOLDER = (
    os.path.dirname(_SITE_PACKAGES)
    if sys.platform == "darwin"
    else os.path.join(_SITE_PACKAGES, "numpy.libs")
)
# Each may need those before it.
_LIBRARIES = ("libgcc_s.", "libquadmath.", "libgfortran.", "libopenblas.")


def _open_all():
    if sys.platform == "win32":
        os.add_dll_directory(_FOLDER)
    present = os.listdir(_FOLDER)
    for prefix in _LIBRARIES:
        for name in present:
            if name.startswith(prefix) and not _system_has(name):
                ctypes.CDLL(os.path.join(_FOLDER, name))


def _system_has(name):
    """The compiler's own library must match the system's C++ library, so the system's goes first."""
    if not (sys.platform == "linux" and name.startswith("libgcc_s.")):
        return False
    try:
        ctypes.CDLL(name)
        return True
    except OSError:
        return False


_open_all()
