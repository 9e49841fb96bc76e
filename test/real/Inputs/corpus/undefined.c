int risky(int a, int b, int *c) { return (a << b) + c[a / b]; }
