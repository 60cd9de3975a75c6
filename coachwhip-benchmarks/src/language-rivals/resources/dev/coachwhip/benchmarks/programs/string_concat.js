(function () {
  let s = "";
  for (let i = 0; i < 200000; i++) { s += "x"; }
  let n = 0;
  for (let i = 0; i < 200000; i++) { n += `item ${i}: ${i * 2}`.length; }
  return s.length + n;
})();
