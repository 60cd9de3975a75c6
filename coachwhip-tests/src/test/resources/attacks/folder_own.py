# wants: to leave something in the working folder, or to lock others out of it
# success: a file, or another mode
# variants: preset kernel
import os

attempt(
    lambda: open("left-behind", "w").write("x"),
    lambda: os.mkdir("left-behind"),
    lambda: os.chmod(".", 0),
    lambda: os.rename(".", "../moved"),
    lambda: os.rmdir(os.getcwd()),
)
