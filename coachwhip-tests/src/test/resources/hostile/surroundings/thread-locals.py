# expect: mine
import threading

local = threading.local()
local.value = "mine"
local.value
