# wants: to run when its objects are thrown away, at a time when nobody watches
# success: the canary's folder holds a file, or the next run fails
# variants: preset kernel
import gc


class Undead:
    def __del__(self):
        globals()["again"] = Undead()
        try:
            open(canary_folder + "/undead", "w")
        except Exception:
            pass


again = Undead()
del again
gc.collect()
"refused"
