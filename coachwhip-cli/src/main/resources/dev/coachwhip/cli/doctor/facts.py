"""Facts about the running interpreter, as a dict of text."""
import importlib
import platform
import sys


def version_of(module):
    try:
        return importlib.import_module(module).__version__
    except Exception as problem:
        return f"missing: {type(problem).__name__}: {problem}"


def missing(modules):
    names = []
    for module in modules:
        try:
            importlib.import_module(module)
        except ImportError:
            names.append(module)
    return ", ".join(names) or "none"


{
    "Python": f"{platform.python_version()} ({platform.python_implementation()})",
    "Executable": sys.executable,
    "Prefix": sys.prefix,
    "NumPy": version_of("numpy"),
    "SciPy": version_of("scipy"),
    "Missing stdlib modules": missing(
        ["ssl", "sqlite3", "lzma", "bz2", "zlib", "ctypes", "readline"]
    ),
}
