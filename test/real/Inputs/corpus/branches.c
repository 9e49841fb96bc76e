int pick(int n) {
  switch (n) {
  case 0: return 5;
  case 1: return 8;
  case 2: return 1;
  case 9: return 7;
  case 4: return pick(n - 1);
  default: return n > 100 ? -1 : n;
  }
}
void *labels(int n) {
  static void *to[] = {&&one, &&two};
  goto *to[n & 1];
one:
  return to[0];
two:
  return to[1];
}
