# wants: files by the logging and database modules
# success: one appears
# variants: preset kernel
import dbm.dumb
import logging
import shelve

attempt(
    lambda: logging.FileHandler(canary_folder + "/new.log"),
    lambda: shelve.open(canary_folder + "/shelf")["x"],
    lambda: dbm.dumb.open(canary_folder + "/dumb", "n").close(),
)
