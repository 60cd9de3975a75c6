# python: 3.11
# expect error: ExceptionGroup
inner = ValueError("part")
group = ExceptionGroup("all", [inner])
inner.__context__ = group
raise group
