#include <typeinfo>
struct animal { virtual ~animal(); virtual const char *name() const; };
struct swims : virtual animal { int depth = 0; };
struct flies : virtual animal { int height = 0; };
struct duck : swims, flies { duck(); const char *name() const override; };
duck::duck() { depth = 1; }
const char *duck::name() const { return typeid(*this).name(); }
int look(animal *a) { auto *f = dynamic_cast<flies *>(a); return f ? f->height : -1; }
