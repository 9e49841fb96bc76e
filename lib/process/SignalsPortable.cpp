#include "Signals.h"

namespace lambdacc {

void endWithParent() {}

// macOS has no real-time signals.
bool countRun() { return true; }

} // namespace lambdacc
