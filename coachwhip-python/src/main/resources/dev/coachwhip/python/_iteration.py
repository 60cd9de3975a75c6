"""What Java asks of Python's iterators."""


def begin(value):
    """An iterator of the value's elements, None if it has none."""
    try:
        get_iterator = type(value).__iter__
    except AttributeError:
        return None
    return None if get_iterator is None else iter(value)


def close(iterator):
    """Ends a generator early, and whatever else can be closed."""
    end = getattr(iterator, "close", None)
    if callable(end):
        end()
