# wants: the secret by which the worker has shown itself to the host
# success: it is read
# variants: kernel native
import os

attempt(lambda: succeeded(os.read(0, 100)))
