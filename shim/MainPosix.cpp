#include "Main.h"

int main(int argc, char **argv, char **environment) { return lambdacc::run(argc, argv, environment); }
