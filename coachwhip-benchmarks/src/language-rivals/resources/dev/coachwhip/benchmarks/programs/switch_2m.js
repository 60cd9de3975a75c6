(function () {
  function value(n) {
    switch (n) {
      case 0: return 1;
      case 1: return 2;
      case 2: return 3;
      case 3: return 5;
      case 4: return 8;
      case 5: return 13;
      case 6: return 21;
      case 7: return 34;
      case 8:
      case 9: return 2;
      default: return 1;
    }
  }
  let s = 0;
  for (let i = 0; i < 2000000; i++) {
    s += value(i % 12);
  }
  return s;
})();
