# expect: 1
import faulthandler

faulthandler.enable()
faulthandler.disable()
1
