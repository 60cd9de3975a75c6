local best, arg = 0, 0
for n = 1, 29999 do
  local x, len = n, 0
  while x ~= 1 do
    if x % 2 == 0 then x = x / 2 else x = 3 * x + 1 end
    len = len + 1
  end
  if len > best then best = len; arg = n end
end
return best * 1000000 + arg
