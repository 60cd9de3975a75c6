# expect: 3
globals()[3] = 3
globals()[(1,)] = 4
globals()["not a name"] = 5
globals()["\ud800"] = 6
globals()[3]
