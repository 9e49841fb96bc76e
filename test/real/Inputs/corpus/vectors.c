void scale(float *restrict a, const float *restrict b, int n) {
  for (int i = 0; i < n; i++)
    a[i] = b[i] * 1.5f + a[i] / 3.0f;
}
int find(const int *a, int n, int what) {
  int found = 0;
  for (int i = 0; i < n; i++)
    found += a[i] == what;
  return found;
}
