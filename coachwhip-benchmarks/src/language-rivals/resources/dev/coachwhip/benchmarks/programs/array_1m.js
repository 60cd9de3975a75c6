(function () {
  let a = [];
  for (let i = 0; i < 1000000; i++) { a.push(i); }
  let s = 0;
  for (let i = 0; i < 1000000; i++) { s += a[i]; }
  for (let i = 0; i < 1000000; i++) { a[i] = a[i] + 1; }
  return s + a[999999];
})();
