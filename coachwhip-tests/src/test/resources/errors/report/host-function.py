def scan():
    move(3)


scan()
