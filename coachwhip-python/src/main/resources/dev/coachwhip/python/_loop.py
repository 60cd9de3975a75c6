"""The event loop of an engine: scripts that await, and coroutines that Java waits for. Run when an engine first needs it."""

import asyncio
import contextvars
import functools
import selectors
import sys
import types
import weakref

from coachwhip import ScriptCancelled

_IS_COROUTINE = 0x80
_RETRY_SECONDS = 0.2
_POLITE_CANCELS = 2
_MOST_ROUNDS_AT_END = 10

# Where a stop must not be raised: the loop would lose a callback that it has taken out of its queue.
_LOOP_FILES = (asyncio.__path__[0], selectors.__file__, f"<{__name__}>")

_current_run = contextvars.ContextVar("coachwhip.run")


class _Run:
    """A script that awaits, on its way through the loop, and the tasks it has made."""

    def __init__(self, loop, statements, expression, script_globals, began, done):
        self.loop = loop
        self.statements = statements
        self.expression = expression
        self.globals = script_globals
        self.began = began
        self.done = done
        self.task = None
        self.tasks = weakref.WeakSet()
        self.cancels = 0
        self.ended = False

    def start(self):
        """Begins it on the loop; once, however often this is called: the caller may itself be stopped at any moment."""
        self.loop.call_soon_threadsafe(self._start)

    def _start(self):
        if self.task is None:
            if self.began is not None:
                self.began()
            _current_run.set(self)  # in a copy of the context that called start
            self.task = self.loop.create_task(_guard(self))
            self.task.add_done_callback(functools.partial(_finish, self))
            if self.cancels:
                self.task.cancel()

    def cancel(self):
        """Asks the script to end: first as asyncio does, then, if it goes on all the same, with what stops other scripts."""
        self.cancels += 1
        if self.task is not None and not self.ended:
            self.task.cancel()

    @property
    def insists(self):
        return self.cancels > _POLITE_CANCELS

    def outcome_of(self, error):
        if self.cancels and isinstance(error, asyncio.CancelledError):
            return ScriptCancelled().with_traceback(error.__traceback__)
        return error

    async def end_tasks(self):
        """What a stopped script leaves behind is stopped too; `ended` keeps this from being cancelled."""
        while rest := [task for task in self.tasks if not task.done() and task is not self.task]:
            for task in rest:
                task.cancel()
            await asyncio.wait(rest, timeout=_RETRY_SECONDS)


class _Steps:
    """Passes everything on to a script's coroutine, but a cancel that is insisted on as ScriptCancelled."""

    def __init__(self, run, coroutine):
        self._run = run
        self._coroutine = coroutine

    def __await__(self):
        return self

    __iter__ = __await__

    def __next__(self):
        return self._coroutine.send(None)

    def send(self, value):
        return self._coroutine.send(value)

    def throw(self, kind, error=None, traceback=None):
        error = kind if error is None else error
        if self._run.insists and (error is asyncio.CancelledError or isinstance(error, asyncio.CancelledError)):
            error = ScriptCancelled()
        return self._coroutine.throw(error)

    def close(self):
        self._coroutine.close()


async def _evaluate(run):
    value = None
    for code in (run.statements, run.expression):
        if code is not None:
            value = eval(code, run.globals)
            if code.co_flags & _IS_COROUTINE:
                value = await _Steps(run, value)
    return None if run.expression is None else value


async def _guard(run):
    """What a task raises to end its program would end the loop too, so it is returned."""
    try:
        outcome = True, await _evaluate(run)
    except BaseException as error:
        outcome = False, run.outcome_of(error)
    run.ended = True
    if run.cancels:
        await run.end_tasks()
    return outcome


def _finish(run, task):
    try:
        succeeded, value = task.result()
    except BaseException as error:  # a stop that came while the guard handled another
        succeeded, value = False, run.outcome_of(error)
    run.done(succeeded, value)


def _report(loop, context):
    if not isinstance(context.get("exception"), ScriptCancelled):
        loop.default_exception_handler(context)


class EngineLoop:
    """One engine's loop. Java makes it on the thread that then calls `serve`; other methods are for any thread."""

    def __init__(self, ident):
        self._ident = ident
        self._loop = asyncio.new_event_loop()
        self._loop.set_task_factory(_make_task)
        self._loop.set_exception_handler(_report)
        self._futures = weakref.WeakKeyDictionary()
        self._pending = {}
        self._closing = False
        self._shutting = None

    def serve(self):
        """Runs the loop until `shut`. What a task raises to end its program ends the task only."""
        while not self._closing and not self._loop.is_closed():
            try:
                self._loop.run_forever()
            except BaseException:
                pass
        for done, _ in list(self._pending.values()):
            done(None, None)
        self._loop.close()

    def press(self, came_round, step):
        """Takes a step on the loop when it gets there, and says that it has got there."""

        def pressed():
            came_round()
            step()

        try:
            self._loop.call_soon_threadsafe(pressed)
        except RuntimeError:
            pass  # closed meanwhile

    def is_in_user_code(self):
        frame = sys._current_frames().get(self._ident)
        while frame is not None and frame.f_code.co_filename == selectors.__file__:
            frame = frame.f_back  # as subprocess waits; the loop's own wait is called by asyncio
        return frame is not None and not frame.f_code.co_filename.startswith(_LOOP_FILES)

    # ---- scripts

    def run(self, statements, expression, script_globals, began, done):
        """Prepares a script; `began()`, if not None, and `done(succeeded, value or exception)` will be called on the loop's thread."""
        return _Run(self._loop, statements, expression, script_globals, began, done)

    # ---- coroutines and futures that Java waits for

    def schedule(self, awaitable, done, number):
        """Has `done(True, result)`, `done(False, exception)` or, if it was cancelled, `done(None, None)` called on the loop's thread.
        Returns the `done` that was given first for the same coroutine or future."""
        if isinstance(awaitable, (types.CoroutineType, types.GeneratorType, asyncio.Future)):
            first = self._futures.setdefault(awaitable, done)
            if first is not done:
                return first
        if asyncio.isfuture(awaitable) and not awaitable.done():
            awaitable.get_loop().call_soon_threadsafe(self._watch, awaitable, done, number)
        else:
            self._loop.call_soon_threadsafe(self._begin, awaitable, done, number)
        return done

    def _begin(self, awaitable, done, number):
        if asyncio.isfuture(awaitable):
            future = awaitable
        elif asyncio.iscoroutine(awaitable):
            future = self._loop.create_task(awaitable)
        else:
            future = self._loop.create_task(_await(awaitable))
        self._watch(future, done, number)

    def _watch(self, future, done, number):
        self._pending[number] = done, future
        if future.done():
            self._settle(number, future)
        else:
            future.add_done_callback(functools.partial(self._settle, number))

    def _settle(self, number, future):
        done, _ = self._pending.pop(number)
        if future.cancelled():
            done(None, None)
        elif future.exception() is not None:
            done(False, future.exception())
        else:
            done(True, future.result())

    def cancel(self, number):
        """Cancels what was scheduled under a number, unless it has ended."""
        self._loop.call_soon_threadsafe(self._cancel, number)

    def _cancel(self, number):
        _, future = self._pending.get(number, (None, None))
        if future is not None:
            future.get_loop().call_soon_threadsafe(future.cancel)

    # ---- the end

    def shut(self):
        """Ends all tasks, then the loop. On the loop's thread; again if the first attempt was itself stopped."""
        if self._shutting is None or self._shutting.done():
            self._shutting = self._loop.create_task(self._shut())

    async def _shut(self):
        for _ in range(_MOST_ROUNDS_AT_END):
            rest = [task for task in asyncio.all_tasks(self._loop) if task is not self._shutting]
            if not rest:
                break
            for task in rest:
                task.cancel()
            await asyncio.wait(rest, timeout=_RETRY_SECONDS)
        await self._loop.shutdown_asyncgens()
        self._closing = True
        self._loop.stop()


def _make_task(loop, coroutine, **options):
    task = asyncio.Task(coroutine, loop=loop, **options)
    run = _current_run.get(None)
    if run is not None and not run.ended:
        run.tasks.add(task)
    return task


async def _await(awaitable):
    return await awaitable
