# wants: the canary, or any file, through a database engine with file access of its own
# success: a database is opened, a file appears
# variants: preset kernel
import sqlite3


def attach():
    connection = sqlite3.connect(":memory:")
    connection.execute("ATTACH DATABASE ? AS other", (canary_folder + "/attached.db",))
    connection.execute("CREATE TABLE other.t (x)")
    connection.commit()


def extension():
    connection = sqlite3.connect(":memory:")
    connection.enable_load_extension(True)
    connection.load_extension(canary)


def vacuum():
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE TABLE t (x)")
    connection.execute("VACUUM INTO ?", (canary_folder + "/vacuum.db",))


attempt(
    lambda: sqlite3.connect(canary_folder + "/new.db").execute("CREATE TABLE t (x)"),
    lambda: sqlite3.connect("file:" + canary + "?mode=ro", uri=True).execute("SELECT * FROM t"),
    attach,
    extension,
    vacuum,
)
