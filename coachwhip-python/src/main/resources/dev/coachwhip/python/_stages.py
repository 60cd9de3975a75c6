"""What Java gives later, as Python awaits it: CompletionStage and Flow.Publisher."""

import functools


class JavaFuture:
    """A Java CompletionStage. `await` gives what it completes with, in any running event loop; a cancel of the await cancels it."""

    __module__ = "coachwhip"
    __slots__ = ("_listen", "_cancel", "__weakref__")

    def __init__(self, listen, cancel):
        self._listen = listen
        self._cancel = cancel

    def __await__(self):
        loop, future = _new_future()
        future.add_done_callback(self._end)
        self._listen(functools.partial(_hand_over, loop, _complete, future))
        return (yield from future)

    def _end(self, future):
        if future.cancelled():
            self._cancel()


class JavaPublisher:
    """A Java Flow.Publisher. Each `async for` subscribes anew, asks for one item at a time, and ends its subscription when it is left."""

    __module__ = "coachwhip"
    __slots__ = ("_subscribe", "__weakref__")

    def __init__(self, subscribe):
        self._subscribe = subscribe

    def __aiter__(self):
        return self._subscribe()


class JavaItems:
    """One subscription, which Java makes: `take(wake)` returns a tuple of one item, an empty one at the end, or None and calls `wake`
    when there is something to take."""

    __module__ = "coachwhip"
    __slots__ = ("_take", "_cancel", "_is_taking", "__weakref__")

    def __init__(self, take, cancel):
        self._take = take
        self._cancel = cancel
        self._is_taking = False

    def __aiter__(self):
        return self

    async def __anext__(self):
        if self._is_taking:
            raise RuntimeError("anext(): another task waits for the next item of this subscription")
        self._is_taking = True
        try:
            taken = await self._taken()
        finally:
            self._is_taking = False
        if not taken:
            raise StopAsyncIteration
        return taken[0]

    async def _taken(self):
        while True:
            loop, future = _new_future()
            taken = self._take(functools.partial(_hand_over, loop, _wake, future))
            if taken is not None:
                return taken
            await future

    async def aclose(self):
        """Ends the subscription."""
        self._cancel()

    def __del__(self):
        self._cancel()


def _new_future():
    import asyncio

    loop = asyncio.get_running_loop()
    return loop, loop.create_future()


def _hand_over(loop, function, *arguments):
    """Called by Java on any thread."""
    try:
        loop.call_soon_threadsafe(function, *arguments)
    except RuntimeError:
        pass  # the loop was closed meanwhile, and whoever waited with it


def _complete(future, succeeded, outcome):
    if future.done():
        return
    if succeeded is None:
        future.cancel()
    elif succeeded:
        future.set_result(outcome)
    else:
        future.set_exception(outcome)


def _wake(future):
    if not future.done():
        future.set_result(None)
