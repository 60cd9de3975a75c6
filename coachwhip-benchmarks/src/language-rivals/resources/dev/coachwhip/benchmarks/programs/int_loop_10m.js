(function () {
  let s = 0;
  let i = 0;
  while (i < 10000000) {
    s += (i & 7) * 3 - (i >> 2) % 5;
    i += 1;
  }
  return s;
})();
