# wants: memory by files that have no name
# success: one is made
# variants: kernel native
import os

attempt(lambda: os.memfd_create("attack"))
