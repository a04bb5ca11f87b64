"""Reads a file of JSON lines record by record and prints records, milliseconds and megabytes as JSON.

python3 bench/peers/json_lines.py FILE
"""

import json
import resource
import sys
import time

before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
start = time.perf_counter()
records = 0
with open(sys.argv[1], encoding="utf-8") as file:
    for line in file:
        record = json.loads(line)
        if record["categories"].split():
            records += 1
milliseconds = 1000 * (time.perf_counter() - start)
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
print(json.dumps({"records": records, "milliseconds": milliseconds, "megabytes": (peak - before) * 1024 / 1e6}))
