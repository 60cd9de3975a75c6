local o = {total = 0, calls = 0}
function o:bump(n)
  self.total = self.total + n
  self.calls = self.calls + 1
end
for i = 0, 499999 do o:bump(i) end
return o.total + o.calls
