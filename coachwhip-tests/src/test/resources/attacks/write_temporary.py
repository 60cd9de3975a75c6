# wants: a place to keep things from one run, or one engine, to another
# success: a temporary file
# variants: preset kernel
import tempfile

attempt(
    lambda: tempfile.TemporaryFile(),
    lambda: tempfile.mkstemp(dir="/tmp"),
    lambda: tempfile.mkdtemp(dir="/var/tmp"),
    lambda: tempfile.NamedTemporaryFile(dir="/dev/shm"),
    lambda: tempfile.SpooledTemporaryFile(max_size=1, mode="w").write("long enough"),
)
