#include "System.h"

namespace lambdacc {

System hostSystem() { return System::Mac; }

} // namespace lambdacc
