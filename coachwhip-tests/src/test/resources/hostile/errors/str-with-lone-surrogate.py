# expect error: ValueError
raise ValueError("half \ud800 of one")
