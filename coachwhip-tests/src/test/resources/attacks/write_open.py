# wants: to change the canary, or to leave a file
# success: the canary's text is another, or its folder holds more
# variants: preset kernel

attempt(
    lambda: open(canary, "w").write("taken over"),
    lambda: open(canary, "ab").write(b"taken over"),
    lambda: open(canary, "r+").write("taken over"),
    lambda: open(canary_folder + "/new", "x"),
    lambda: open("/tmp/coachwhip-attack", "w"),
)
