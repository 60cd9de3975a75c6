class A:
    class B:
        def m(self):
            return self.n()

        @staticmethod
        def n():
            assert 1 > 2, 'is not'


A.B().m()
