#include "System.h"

namespace lambdacc {

System hostSystem() { return System::Windows; }

} // namespace lambdacc
