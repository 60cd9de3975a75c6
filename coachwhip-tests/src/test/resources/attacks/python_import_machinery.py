# wants: modules past the check of their names
# success: a file is read by one
# variants: preset
def loaded(name):
    loader = [each for each in object.__subclasses__() if each.__name__ == "BuiltinImporter"][0]
    return loader.load_module(name)


attempt(
    lambda: loaded("posix").open(canary, 0),
    lambda: __loader__.load_module("posix").listdir("/"),
    lambda: __import__("importlib").import_module("posix").listdir("/"),
    lambda: __import__("numpy").os.listdir("/"),
    lambda: __import__("numpy").f2py.os.listdir("/"),
)
