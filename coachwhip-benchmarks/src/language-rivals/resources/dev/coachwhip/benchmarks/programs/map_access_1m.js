(function () {
  let m = {a: 1, b: 2, c: 3, count: 0};
  for (let i = 0; i < 1000000; i++) { m.count += m.b; }
  let keys = ["a", "b", "c", "count"];
  let s = 0;
  for (let i = 0; i < 500000; i++) { s += m[keys[i % 4]]; }
  return s;
})();
