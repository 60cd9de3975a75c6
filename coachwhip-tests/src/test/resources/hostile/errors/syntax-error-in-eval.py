# expect error: SyntaxError
eval("1 +")
