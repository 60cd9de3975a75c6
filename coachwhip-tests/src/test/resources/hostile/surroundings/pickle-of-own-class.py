# expect: True
import pickle


class Own:
    def __init__(self, n):
        self.n = n


pickle.loads(pickle.dumps(Own(7))).n == 7
