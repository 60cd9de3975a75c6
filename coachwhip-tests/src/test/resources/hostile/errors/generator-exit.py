# expect error: GeneratorExit: leaving
raise GeneratorExit("leaving")
