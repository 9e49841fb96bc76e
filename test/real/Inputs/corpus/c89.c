int old(a, b)
int a;
char *b;
{
  int i, sum = 0;
  for (i = 0; i < a; i++)
    sum += b[i];
  return sum;
}
