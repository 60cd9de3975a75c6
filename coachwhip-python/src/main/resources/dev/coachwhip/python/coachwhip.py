"""Coachwhip's own Python code, the module `coachwhip` of every embedded interpreter.

Scripts use JavaException, java_exception and ScriptCancelled; names with an underscore are for the Java side, which runs this once at start.
Hardly anything is imported here that the interpreter has not imported already, since every start pays for it.
"""

import _thread
import builtins
import io
import sys
import time

__builtins__ = builtins  # C code that imports looks here: the parser does, for names with letters beyond ASCII

_Module = type(sys)

# ---- our other files

__path__ = []  # makes `from coachwhip import ...` of a submodule work
_own_code = [sys._getframe().f_code]  # of all of them; what it does is not counted as a script's


def _run_file(name, text):
    """The dict of one of our files, as a submodule; runs it the first time. Without a lock, which a stop that is raised right after it
    was taken would leave taken: two threads may both run a file, and then both use what the first one made."""
    full_name = __name__ + "." + name
    module = sys.modules.get(full_name)
    if module is None:
        module = _Module(full_name)
        code = compile(text, f"<{full_name}>", "exec", 0, True)
        _own_code.append(code)
        exec(code, module.__dict__)
        module = sys.modules.setdefault(full_name, module)
    return module.__dict__


# ---- exceptions


class JavaException(Exception):
    """An exception thrown by Java code; the class for each Java class is below this one, and is imported by the Java class's name:
    `from coachwhip.java.io import IOException`. Re-raised into Java it is the same object."""

    __module__ = "coachwhip"
    java_class = None  # the full name of the Java class

    @property
    def message(self):
        """What Java's getMessage() returned; None for null."""
        return self.args[0] if self.args else None

    @property
    def java_stack_trace(self):
        """The lines that Java prints for it; none for an exception that a script made."""
        throwable = self.__dict__.get("_throwable")
        return [] if throwable is None else _ask_java("stack trace", throwable).splitlines()


def java_exception(name):
    """Returns the class for a Java class of exceptions, such as "com.acme.StageException"."""
    return _ask_java("own file", "_java")["find"](name)


class _JavaPackages:
    """Lets classes of exceptions be imported by their Java names."""

    @staticmethod
    def find_spec(name, path=None, target=None):
        if not name.startswith("coachwhip.") or name.startswith("coachwhip._"):
            return None
        return _ask_java("own file", "_java")["package_spec"](name)


sys.meta_path.append(_JavaPackages)


class ScriptCancelled(BaseException):
    """Raised in a script that the host stops."""

    __module__ = "coachwhip"


class PolicyViolation(Exception):
    """What the engine's policy refuses; of an import also an ImportError, of all else also a PermissionError. `refused` says what."""

    __module__ = "coachwhip"
    refused = None


def _absorb_stop():
    try:
        while True:
            pass
    except ScriptCancelled:
        pass


def _make_java_exception(cls, throwable, message, cause):
    error = cls() if message is None else cls(message)
    error._throwable = throwable
    if cause is not None:
        error.__cause__ = cause
    return error


# ---- engines

# A thread that a script starts belongs to the script's engine; threads that Java runs scripts on are known to Java.
_inherited = _thread._local()


def _engine():
    return getattr(_inherited, "engine", None) or _current_engine()


def _thread_origin():
    """What a new thread is to call so that Java knows by whom it was started; another function once an engine has a policy."""


def _excepthook(args, /):
    if not issubclass(args.exc_type, ScriptCancelled):
        _threading_excepthook(args)


def _silence_stops():
    """Has threads that are stopped end without a traceback, as those do that end by SystemExit."""
    global _threading_excepthook
    threading = sys.modules.get("threading")
    if threading is not None and _threading_excepthook is None:
        _threading_excepthook = threading.excepthook
        if _threading_excepthook is threading.__excepthook__:
            threading.excepthook = _excepthook


_threading_excepthook = None


def _wrap_thread_start(start):
    def start_thread(function, *args, **kwargs):
        engine = _engine()
        origin = _thread_origin()
        if not callable(function) or (engine is None and origin is None):
            return start(function, *args, **kwargs)
        _silence_stops()
        if engine is None:
            return start(lambda *args, **kwargs: origin() or function(*args, **kwargs), *args, **kwargs)
        thread = object()

        def run(*args, **kwargs):
            _inherited.engine = engine
            if engine.count_thread is not None:
                engine.count_thread()
            if origin is not None:
                origin()
            try:
                return function(*args, **kwargs)
            finally:
                engine.threads.discard(thread)

        engine.threads.add(thread)
        try:
            return start(run, *args, **kwargs)
        except BaseException:
            engine.threads.discard(thread)
            raise

    start_thread.__name__ = start.__name__
    start_thread.__doc__ = start.__doc__
    return start_thread


for _name in ("start_new_thread", "start_new", "start_joinable_thread"):
    if hasattr(_thread, _name):
        setattr(_thread, _name, _wrap_thread_start(getattr(_thread, _name)))
if "threading" in sys.modules:  # a .pth file of the site may have imported it
    for _name in ("start_new_thread", "start_joinable_thread"):
        if hasattr(sys.modules["threading"], "_" + _name):
            setattr(sys.modules["threading"], "_" + _name, getattr(_thread, _name))

# Here and not in a script: before 3.13 the thread that imports it first is taken for the main thread.
import threading  # noqa: E402

# Threads inherit `daemon` from the thread that makes them. To Python ours are foreign threads, which are daemons; a script's threads
# should be joined at exit as they are when the python program runs the script.
threading._DummyThread.daemon = property(lambda thread: False, lambda thread, value: None)


_report_thread = threading.excepthook


def _report_unless_stopped(args, /):
    """What threading prints when a thread ends by an exception; not for one that the host stops with its script."""
    if not issubclass(args.exc_type, ScriptCancelled):
        _report_thread(args)


threading.excepthook = _report_unless_stopped


class _Raw(io.RawIOBase):
    """The bytes of one output of one engine, on their way to Java."""

    def __init__(self, write, number, descriptor):
        self._write = write
        self._number = number
        self._descriptor = descriptor

    def writable(self):
        return True

    def write(self, data):
        data = bytes(data)
        self._write(self._number, data)
        return len(data)

    def fileno(self):
        if self._descriptor is None:
            raise io.UnsupportedOperation("this output goes to a Java stream, which has no file descriptor")
        return self._descriptor

    def isatty(self):
        return self._descriptor is not None and _posix.isatty(self._descriptor)


_posix = sys.modules.get("posix") or sys.modules.get("nt")
_engines = threading.WeakSet()


class _Engine:
    """The Python side of one engine."""

    __slots__ = ("globals", "stdout", "stderr", "argv", "outputs", "threads", "count_thread", "builtins", "__weakref__")

    def __init__(self, write, own_stdout, own_stderr, encoding_stdout, encoding_stderr, argv, own_builtins):
        self.globals = {}
        self.builtins = builtins if own_builtins is None else own_builtins
        self.stdout = self._stream(write, 1, own_stdout, encoding_stdout, "<stdout>")
        self.stderr = self._stream(write, 2, own_stderr, encoding_stderr, "<stderr>")
        self.outputs = (self.stdout, self.stderr)
        self.argv = argv
        self.threads = set()
        self.count_thread = None
        self.reset()
        _engines.add(self)

    def count_threads(self, begin):
        """Has a function called first on each thread that a script starts."""
        self.count_thread = begin

    @staticmethod
    def _stream(write, number, own, encoding, name):
        raw = _Raw(write, number, number if own else None)
        raw.name = name
        return io.TextIOWrapper(
            io.BufferedWriter(raw), encoding, "backslashreplace", newline="\n", line_buffering=True
        )

    def reset(self):
        self.globals.clear()
        self.globals.update(
            __name__="__main__", __doc__=None, __package__=None, __loader__=None, __spec__=None,
            __builtins__=self.builtins,
        )

    def flush(self):
        for stream in self.outputs:
            try:
                stream.flush()
            except ValueError:
                pass  # a script closed it

    def close(self):
        self.flush()
        if not self.threads:  # those the script left behind still use the globals, and may print
            self.globals.clear()


class _Output:
    """What `print` finds as sys.stdout or sys.stderr: passes everything to the stream of the engine that asks."""

    def __init__(self, name, original):
        object.__setattr__(self, "_name", name)
        object.__setattr__(self, "_original", original)

    def _target(self):
        engine = _engine()
        if engine is None:
            return self._original
        try:
            return getattr(engine, self._name)
        except AttributeError:  # del sys.stdout
            raise RuntimeError(f"lost sys.{self._name}") from None

    def write(self, text):
        target = self._target()
        return len(text) if target is None else target.write(text)

    def flush(self):
        target = self._target()
        if target is not None:
            target.flush()

    def __getattr__(self, name):
        return getattr(self._target(), name)

    def __setattr__(self, name, value):
        setattr(self._target(), name, value)

    def __iter__(self):
        return iter(self._target())

    def __repr__(self):
        return repr(self._target())


def _per_engine(name):
    """An attribute of sys that each engine has for itself; outside engines it is the interpreter's."""

    def get(module):
        engine = _engine()
        if engine is None:
            try:
                return module.__dict__[name]
            except KeyError:
                raise AttributeError(f"module 'sys' has no attribute '{name}'") from None
        return getattr(engine, name)

    def put(module, value):
        engine = _engine()
        if engine is None:
            module.__dict__[name] = value
        else:
            setattr(engine, name, value)

    def delete(module):
        engine = _engine()
        if engine is None:
            del module.__dict__[name]
        else:
            delattr(engine, name)

    return property(get, put, delete)


class _Sys(_Module):
    """The class of the module sys. C code such as print's reads the module's dict, where the _Output objects stand."""

    stdout = _per_engine("stdout")
    stderr = _per_engine("stderr")
    argv = _per_engine("argv")


def _disguise_as_module_type(cls):
    """Lets messages that name the class of sys or __main__ say what they always say."""
    cls.__name__ = cls.__qualname__ = "module"
    cls.__module__ = "builtins"


class _Name(str):
    pass


def _read_through_class(module):
    """Keeps hot code from reading attributes straight out of the module's dict, past the properties of its class: the interpreter
    does that from 3.11 on for modules whose keys are all exactly str."""
    module.__dict__[_Name("__coachwhip__")] = None


_read_through_class(sys)
_disguise_as_module_type(_Sys)
_original_outputs = (sys.stdout, sys.stderr)
sys.__dict__.setdefault("argv", [""])
sys.stdout = _Output("stdout", sys.stdout)
sys.stderr = _Output("stderr", sys.stderr)
sys.__class__ = _Sys


class _Main(_Module):
    """The module __main__, which is the globals of the engine that asks: pickle, dataclasses and typing look names up here."""

    def __getattribute__(self, name):
        engine = _engine()
        own = _Module.__getattribute__(self, "__dict__") if engine is None else engine.globals
        if name == "__dict__":
            return own
        try:
            return own[name]
        except KeyError:
            return _Module.__getattribute__(self, name)

    def __setattr__(self, name, value):
        self.__dict__[name] = value

    def __delattr__(self, name):
        try:
            del self.__dict__[name]
        except KeyError:
            raise AttributeError(f"module '__main__' has no attribute '{name}'") from None

    def __dir__(self):
        return sorted(self.__dict__)


_read_through_class(sys.modules["__main__"])
_disguise_as_module_type(_Main)
sys.modules["__main__"].__class__ = _Main


# No Java code can run in a forked child: the JVM's other threads are gone, with the locks they held.

_forking = {}  # by thread: words of the interpreter's memory, what a child must write there, and what is there now


def _set_capsules(which):
    # Before the first hook of a child runs, Python drops what belongs to other threads, Java's capsules too.
    for words in _forking.get(_thread.get_ident(), ())[:1]:
        words[0][:] = words[which]


def _before_fork():
    # What others registered to run in the child, such as threading, may ask for the engine before we come to it.
    _inherited.before_fork = getattr(_inherited, "engine", None)
    _inherited.engine = _engine()
    _forking[_thread.get_ident()] = _ask_java("fork slots", None)
    _set_capsules(1)


def _after_fork_in_parent():
    _set_capsules(2)
    _inherited.engine = _inherited.before_fork
    _forking.pop(_thread.get_ident(), None)


def _after_fork_in_child():
    global _engine, _ask_java
    for word, content, _ in _forking.pop(_thread.get_ident(), ()):
        word[:] = content
    _engine = lambda: None  # noqa: E731
    _ask_java = lambda question, about: ()  # noqa: E731
    sys.stdout, sys.stderr = _original_outputs


if hasattr(_posix, "register_at_fork"):
    _posix.register_at_fork(
        before=_before_fork, after_in_parent=_after_fork_in_parent, after_in_child=_after_fork_in_child
    )

# ---- what would end or block the JVM

_main_ident = _thread.get_ident()

if sys.platform == "win32" or sys.version_info >= (3, 15) or "t" in sys.abiflags:  # where _wake.py does not work
    _sleep = time.sleep
    _SLICE_SECONDS = 0.02

    def sleep(seconds, /):
        """Like time.sleep, but a cancel ends it: Python looks for one only between two calls of the original."""
        if type(seconds) not in (int, float) or not _SLICE_SECONDS < seconds < 1e9:
            return _sleep(seconds)
        end = time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0:
            _sleep(min(left, _SLICE_SECONDS))

    time.sleep = sleep

_set_recursion_limit = sys.setrecursionlimit


def setrecursionlimit(limit, /):
    """Like sys.setrecursionlimit, up to what the stacks of the host's threads can hold."""
    if isinstance(limit, int) and limit > _highest_recursion_limit:
        raise ValueError(
            f"the recursion limit cannot be above {_highest_recursion_limit} inside a Java program: "
            "its threads' stacks could not hold more calls, and the program would crash"
        )
    _set_recursion_limit(limit)


# Since 3.12 calls of Python functions take no C stack; before, each level takes up to 5 KB of the 64 MB that our threads have.
_highest_recursion_limit = 1_000_000 if sys.version_info >= (3, 12) else 10_000
sys.setrecursionlimit = setrecursionlimit


def _use_c_locale():
    """The python program takes only the character set from the user's locale; Java takes all of it, and C code of extension modules
    would then read and write numbers with a comma in half of Europe."""
    import _locale

    for category in (_locale.LC_NUMERIC, _locale.LC_TIME, _locale.LC_COLLATE, _locale.LC_MONETARY):
        _locale.setlocale(category, "C")


_use_c_locale()


def _refuse_fault_handler():
    # The JVM handles SIGSEGV itself, many times in normal operation.
    import faulthandler

    faulthandler.enable = lambda file=None, all_threads=True, **_: None


_refuse_fault_handler()

sys.setswitchinterval(0.0005)  # how long one engine waits for another, and a cancel for a loop
def _use_system_certificates():
    # The bundle's own path is that of the machine it was built on.
    environ = sys.modules["os"].environ
    if "SSL_CERT_FILE" in environ or "SSL_CERT_DIR" in environ:
        return
    for file in ("/etc/ssl/certs/ca-certificates.crt", "/etc/pki/tls/certs/ca-bundle.crt", "/etc/ssl/cert.pem"):
        if sys.modules["os"].path.exists(file):
            environ["SSL_CERT_FILE"] = file
            return


# A venv of the bundle is found as any other Python; the file marks the bundle's own prefix.
if _bundled or sys.modules["os"].path.exists(sys.base_prefix + "/.coachwhip-complete"):
    _use_system_certificates()
    sys.dont_write_bytecode = False  # the bundle's folder is ours, and without its .pyc files every import is slow

# ---- compiling

_ONLY_AST = 0x400
_FUTURES = 0x1FF0000 | 0x1000000
_TOP_LEVEL_AWAIT = 0x2000
_IS_COROUTINE = 0x80


def _await_flag(text):
    return _TOP_LEVEL_AWAIT if "await" in text or "async" in text else 0


_lines = {}  # by id of code: a weak reference that takes the entry away, and the lines of its script


def _keep_lines(code, lines):
    """Keeps the text of a script with all its code: errors show its lines, also when another script has the same name."""
    from _functools import partial
    from _weakref import ref

    pending = [] if code is None else [code]
    while pending:
        one = pending.pop()
        # The callback is all C: a cancel raised in it would be lost.
        _lines[id(one)] = (ref(one, partial(_lines.pop, id(one))), lines)
        pending.extend(constant for constant in one.co_consts if type(constant) is type(code))


def _compile(text, name, is_file):
    """Returns (code of the statements or None, code of the last expression or None, whether `result` is assigned,
    whether one of the codes awaits)."""
    statements, expression, use, awaits = _compile_parts(text, name)
    lines = io.StringIO(text, None).readlines()
    _keep_lines(statements, lines)
    _keep_lines(expression, lines)
    if not is_file:
        _remember_source(text, name, lines)
    return statements, expression, use, awaits


def _compile_parts(text, name):
    import _ast

    tree = compile(text, name, "exec", _ONLY_AST, True)
    awaits = _await_flag(text)
    last = tree.body[-1] if tree.body else None
    if not isinstance(last, _ast.Expr):
        assigned = _result_use(tree, _ast) if "result" in text else "NEVER"
        statements = compile(tree, name, "exec", awaits, True)
        return statements, None, assigned, awaits != 0 and _is_coroutine(statements)
    del tree.body[-1]
    statements = compile(tree, name, "exec", awaits, True) if tree.body else None
    flags = statements.co_flags & _FUTURES if statements else 0
    expression = compile(_ast.Expression(last.value), name, "eval", awaits | flags, True)
    return statements, expression, "NEVER", awaits != 0 and (_is_coroutine(statements) or _is_coroutine(expression))


def _is_coroutine(code):
    return code is not None and code.co_flags & _IS_COROUTINE != 0


def _check(text, name):
    compile(text, name, "exec", _await_flag(text), True)


def _remember_source(text, name, lines):
    """Lets traceback and inspect show the lines of a script that is no file."""
    import linecache

    linecache.cache[name] = (len(text), None, lines, name)


def _result_use(tree, ast):
    for statement in tree.body:
        if _binds_result(statement, ast):
            return "ALWAYS"
    assigned = read = False
    pending = list(tree.body)
    while pending:
        node = pending.pop()
        if isinstance(node, ast.Name) and node.id == "result":
            assigned = assigned or isinstance(node.ctx, ast.Store)
            read = read or isinstance(node.ctx, ast.Load)
        elif getattr(node, "name", None) == "result" or getattr(node, "asname", None) == "result":
            assigned = True
        for field in node._fields:
            value = getattr(node, field, None)
            if isinstance(value, list):
                pending.extend(item for item in value if isinstance(item, ast.AST))
            elif isinstance(value, ast.AST):
                pending.append(value)
    if not assigned:
        return "NEVER"
    return "PERHAPS_AND_READ" if read else "PERHAPS"


def _binds_result(statement, ast):
    """Whether a statement of the top level always assigns `result` when it ends without an error."""
    if isinstance(statement, ast.Assign):
        pending = list(statement.targets)
    elif isinstance(statement, (ast.AugAssign, ast.AnnAssign)):
        pending = [statement.target] if statement.value is not None else []
    elif isinstance(statement, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
        return statement.name == "result"
    elif isinstance(statement, (ast.Import, ast.ImportFrom)):
        return any((alias.asname or alias.name) == "result" for alias in statement.names)
    else:
        return False
    while pending:
        target = pending.pop()
        if isinstance(target, ast.Name) and target.id == "result":
            return True
        if isinstance(target, (ast.Tuple, ast.List)):
            pending.extend(target.elts)
        elif isinstance(target, ast.Starred):
            pending.append(target.value)
    return False


def _add_path(folders):
    for folder in reversed(folders):
        if folder not in sys.path:
            sys.path.insert(0, folder)


def _is_valid_name(name):
    """Whether a function can be registered under a name."""
    if not name.isidentifier() or (name.startswith("__") and name.endswith("__")):
        return False
    try:
        compile(name + " = 0", "<name>", "exec", 0, True)
    except SyntaxError:
        return False
    return True


_standard_library = sys.modules["os"].path.dirname(sys.modules["os"].__file__) + "/"


def _source_line(name, line, module_globals):
    import linecache

    return linecache.getline(name, line, module_globals)


# ---- the end


def _at_exit(wait_seconds):
    """Joins the script's threads, runs atexit functions, flushes."""
    wait = float(wait_seconds)
    for function in reversed(threading._threading_atexits):
        function()  # concurrent.futures: lets its idle workers end
    end = time.monotonic() + wait
    for thread in threading.enumerate():
        if thread.daemon or isinstance(thread, threading._DummyThread) or thread is threading.main_thread():
            continue
        thread.join() if wait < 0 else thread.join(max(0.0, end - time.monotonic()))
    import atexit

    try:
        atexit._run_exitfuncs()
    finally:
        for engine in list(_engines):
            engine.flush()
        for stream in _original_outputs:
            try:
                stream.flush()
            except (AttributeError, ValueError, OSError):
                pass
