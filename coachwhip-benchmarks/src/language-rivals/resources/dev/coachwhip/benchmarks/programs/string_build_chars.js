(function () {
  let text = "the quick brown fox jumps over the lazy dog";
  let vowels = 0;
  for (let r = 0; r < 5000; r++) {
    for (let c of text) {
      if (c === 'a' || c === 'e' || c === 'i' || c === 'o' || c === 'u') { vowels += 1; }
    }
  }
  let words = 0;
  for (let r = 0; r < 5000; r++) {
    let up = text.toUpperCase();
    words += up.split(' ').length + up.indexOf("LAZY");
  }
  return vowels + words;
})();
