#include "System.h"

namespace lambdacc {

System hostSystem() { return System::Linux; }

} // namespace lambdacc
