# expect error: EEEEEEEEEE
raise type("E" * 10000, (Exception,), {})("text")
