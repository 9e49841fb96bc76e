from setuptools import Extension, setup

setup(name="seven", version="1.0.0", ext_modules=[Extension("seven", ["seven.c"])])
