# expect: anything
import importlib

try:
    interpreters = importlib.import_module("_xxsubinterpreters")
except ImportError:
    interpreters = importlib.import_module("_interpreters")
one = interpreters.create()
interpreters.run_string(one, "x = 1")
interpreters.destroy(one)
