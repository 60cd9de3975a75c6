(function () {
  let k = 3;
  let f = x => x + k;
  let s = 0;
  for (let i = 0; i < 1000000; i++) { s += f(i); }
  return s;
})();
