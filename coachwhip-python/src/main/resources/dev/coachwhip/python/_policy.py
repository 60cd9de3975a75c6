"""The Python side of policies, run when the first engine with one is made.

What is allowed is known to Java only: nothing here holds anything that a script could change to allow itself more.
"""

import builtins
import importlib
import os
import sys
from _weakref import ref

import coachwhip

original_import = builtins.__import__
creating_bits = os.O_CREAT | os.O_TRUNC | os.O_APPEND

_bootstrap = sys.modules["_frozen_importlib"]
_external = sys.modules["_frozen_importlib_external"]

# Those that write compiled modules, and last the one that has compiled what is written.
bytecode_writers = (
    _external._write_atomic.__code__,
    _external.SourceFileLoader.set_data.__code__,
    _external.SourceFileLoader._cache_bytecode.__code__,
    _external.SourceLoader.get_code.__code__,
)

# ---- refusals


class _RefusedImport(coachwhip.PolicyViolation, ImportError):
    pass


class _RefusedOperation(coachwhip.PolicyViolation, PermissionError):
    pass


for _class in (_RefusedImport, _RefusedOperation):
    _class.__name__ = _class.__qualname__ = "PolicyViolation"
    _class.__module__ = "coachwhip"


def violation(is_import, refused):
    error = (_RefusedImport if is_import else _RefusedOperation)(f"the engine's policy does not allow {refused}")
    error.refused = refused
    if not is_import:
        error.errno = 13
    return error


# ---- folders


def _both_ways(folders):
    """Folders as they are named, and where their links lead."""
    for folder in folders:
        if folder and os.path.isabs(folder):
            yield folder
            yield os.path.realpath(folder)


def library_folders():
    """Without the modules sysconfig and site, which take longer to import than all else here."""
    standard = os.path.dirname(os.__file__)
    names = ("site-packages", "dist-packages", "lib-dynload")
    return list(dict.fromkeys(_both_ways([standard] + [folder for folder in sys.path if os.path.basename(folder) in names])))


def import_folders():
    return list(dict.fromkeys(_both_ways(sys.path)))


def working_folder():
    return os.getcwd()


# ---- what takes the place of what


def builtin(module, name):
    """A function written in C, None if this Python has none of that name."""
    try:
        function = getattr(original_import(module), name, None)
    except ImportError:
        return None
    return function if type(function) is type(len) else None


_builtins = []  # weak references to all modules that own_builtins made


def own_builtins(importer):
    """A module builtins whose `__import__` asks the policy: one for scripts of each policy, by which their frames are known, and one
    for the modules that scripts bring along."""
    module = type(sys)("builtins", builtins.__doc__)
    module.__dict__.update(builtins.__dict__, __import__=importer)
    _builtins.append(ref(module))
    return module


def cover_libraries(importer):
    """Has all imports ask the policy, for ever."""
    builtins.__import__ = importlib.__import__ = importer


def install(importer, check_module, environment, thread_origin):
    undo = [_guard_importlib(check_module), _guard_environment(environment)]
    _guard_modules(own_builtins(importer))
    coachwhip._thread_origin = thread_origin
    if hasattr(os, "register_at_fork"):
        _free_children(undo)


def _free_children(undo):
    """Has forked children go on without policies: no Java code can run there, and whoever may fork may do all else."""
    parent = os.getpid()

    def after_in_child():
        if os.getpid() == parent:
            return
        for function in undo:
            function()
        coachwhip._thread_origin = lambda: None
        builtins.__import__ = importlib.__import__ = original_import
        for module in _builtins:
            if module() is not None:
                module().__dict__["__import__"] = original_import

    os.register_at_fork(after_in_child=after_in_child)


def _guard_importlib(check_module):
    import_by_name = _bootstrap._gcd_import
    reload = importlib.reload

    def _gcd_import(name, package=None, level=0):
        if isinstance(name, str):
            check_module(name if level == 0 or not isinstance(package, str) else _bootstrap._resolve_name(name, package, level))
        return import_by_name(name, package, level)

    def guarded_reload(module):
        name = getattr(module, "__name__", None)
        if isinstance(name, str):
            check_module(name)
        return reload(module)

    guarded_reload.__name__ = guarded_reload.__qualname__ = "reload"
    guarded_reload.__doc__ = reload.__doc__
    _bootstrap._gcd_import = _gcd_import
    importlib.reload = guarded_reload

    def undo():
        _bootstrap._gcd_import = import_by_name
        importlib.reload = reload

    return undo


def _guard_modules(guarded):
    """Lets the import statements of modules that are no library ask the policy of whoever runs them."""
    load = _external._LoaderBasics.exec_module
    libraries = tuple(folder.rstrip(os.sep) + os.sep for folder in library_folders())

    def exec_module(self, module):
        if not str(getattr(module, "__file__", None) or libraries[0]).startswith(libraries):
            module.__dict__["__builtins__"] = guarded
        load(self, module)

    # Python leaves functions of this file out of the tracebacks of failed imports.
    exec_module.__code__ = exec_module.__code__.replace(co_filename=load.__code__.co_filename)
    _external._LoaderBasics.exec_module = exec_module


def _guard_environment(environment):
    """Lets os.environ show each engine what its policy allows. Libraries have taken the object itself, so its class changes."""
    real = os.environ._data

    def data(self):
        own = environment()
        return real if own is None else own

    class _Environ(type(os.environ)):
        _data = property(data)

    _Environ.__name__ = _Environ.__qualname__ = "_Environ"
    _Environ.__module__ = "os"
    for variables in (os.environ, getattr(os, "environb", None)):
        if variables is not None:
            del variables.__dict__["_data"]
            variables.__class__ = _Environ
    system = sys.modules.get("posix") or sys.modules.get("nt")

    class _System(type(sys)):
        environ = property(data)

    if "environ" in system.__dict__:
        del system.__dict__["environ"]
        system.__class__ = _System
        coachwhip._disguise_as_module_type(_System)

    def undo():
        nonlocal environment
        environment = lambda: None  # noqa: E731

    return undo
