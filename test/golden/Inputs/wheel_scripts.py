"""wheel_scripts.py WHEEL_PY (FOLDER NAME)...: NAME in each FOLDER, as cmake/release/wheel.py writes it into a wheel."""

import importlib.util
import os
import sys

spec = importlib.util.spec_from_file_location("wheel_py", sys.argv[1])
wheel = importlib.util.module_from_spec(spec)
spec.loader.exec_module(wheel)
for folder, name in zip(sys.argv[2::2], sys.argv[3::2]):
    way = os.path.relpath(os.path.join(folder.split("/libexec")[0].removesuffix("/bin"), "bin", "lambda-cc"), folder)
    wheel.write(os.path.join(folder, name), wheel.script(way, name), 0o755)
