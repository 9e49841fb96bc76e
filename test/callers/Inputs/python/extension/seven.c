// A module for Python 3.10 and newer: seven.seven() is 7.
#define Py_LIMITED_API 0x030a0000
#include <Python.h>

static PyObject *seven(PyObject *self, PyObject *args) { return PyLong_FromLong(7); }

static PyMethodDef methods[] = {{"seven", seven, METH_NOARGS, NULL}, {NULL, NULL, 0, NULL}};
static struct PyModuleDef module = {PyModuleDef_HEAD_INIT, "seven", NULL, -1, methods, NULL, NULL, NULL, NULL};

PyMODINIT_FUNC PyInit_seven(void) { return PyModule_Create(&module); }
