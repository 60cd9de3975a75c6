# expect: 0
raise SystemExit
