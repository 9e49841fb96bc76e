int answer(void);
int caught(void);

int function(void) { return answer() + caught(); }
