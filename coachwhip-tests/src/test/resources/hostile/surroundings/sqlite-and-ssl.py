# expect: anything
import sqlite3
import ssl

sqlite3.connect(":memory:").execute("select 1").fetchone()
