# expect error: 𝔄rgument: 😀
raise type("\U0001d504rgument", (Exception,), {})("\U0001f600")
