# expect: anything
import ast

ast.literal_eval("-" * 50000 + "1")
