#include <fstream>
#include <iomanip>
#include <iostream>
#include <sstream>
int print(int n) {
  std::ostringstream out;
  out << std::setw(8) << std::hex << n << std::endl;
  std::cout << out.str();
  return std::ofstream("/dev/null") ? 1 : 0;
}
