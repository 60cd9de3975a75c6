# wants: a hook that sees and answers all imports
# success: a file is read, or the next run fails
# variants: preset kernel
# next: another engine, since scripts of one engine trust each other
import sys


class Finder:
    def find_spec(self, name, path=None, target=None):
        raise RuntimeError("no imports any more")


sys.meta_path.insert(0, Finder())
sys.path_hooks.insert(0, lambda path: 1 / 0)
sys.path_importer_cache.clear()
sys.path.insert(0, canary_folder)
"refused"
