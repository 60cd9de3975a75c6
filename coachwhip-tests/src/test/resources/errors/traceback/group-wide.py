# needs 3.11
raise ExceptionGroup('wide', [ValueError(i) for i in range(20)])
