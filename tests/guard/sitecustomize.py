"""Python imports this module at start when its folder is on PYTHONPATH: child processes get the guard too."""

import importlib.util
import os
from pathlib import Path

_spec = importlib.util.spec_from_file_location("hark_test_guard", Path(__file__).with_name("loopback.py"))
if _spec is None or _spec.loader is None:
    raise ImportError("the guard's own file is missing")
_guard = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(_guard)
_guard.Guard(Path(os.environ[_guard.RECORD_VARIABLE])).install()
