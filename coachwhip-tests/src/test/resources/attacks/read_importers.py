# wants: the canary's text by the machinery of imports, which must read files
# success: the text comes back
# variants: preset kernel
import importlib.machinery
import importlib.util
import pkgutil
import runpy

attempt(
    lambda: importlib.machinery.SourceFileLoader("canary", canary).get_data(canary),
    lambda: importlib.util.__loader__.get_data(canary),
    lambda: runpy.run_path(canary),
    lambda: pkgutil.get_data("numpy", "../../../../../../../../../../.." + canary),
)
