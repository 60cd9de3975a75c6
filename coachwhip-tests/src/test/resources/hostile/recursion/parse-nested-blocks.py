# expect: anything
compile("\n".join(" " * i + "if 1:" for i in range(99)) + "\n" + " " * 99 + "pass", "x", "exec")
