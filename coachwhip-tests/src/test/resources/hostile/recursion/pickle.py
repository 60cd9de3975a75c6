# expect: anything
import pickle

a = []
for _ in range(100000):
    a = [a]
len(pickle.dumps(a))
