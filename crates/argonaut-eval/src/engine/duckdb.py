"""DuckDB as a peer, driven line by line: each line of the input is an object with
`run` (a statement) or `ask` (a query) and `bound` (its values); each line of the
output has `rows` and the `seconds` that DuckDB took, or an `error`."""

import json
import sys
import time

import duckdb

connection = duckdb.connect()
print(json.dumps({"version": duckdb.__version__}), flush=True)
for line in sys.stdin:
    task = json.loads(line)
    text = task.get("ask") or task["run"]
    # Values that a text does not name must not be bound.
    bound = {
        str(number): value
        for number, value in enumerate(task.get("bound", []), 1)
        if f"${number}:" in text
    }
    try:
        start = time.perf_counter()
        rows = connection.execute(text, bound).fetchall()
        seconds = time.perf_counter() - start
        if "ask" not in task:
            rows = []
        answer = {"rows": [[str(card), score] for card, score in rows], "seconds": seconds}
    except duckdb.Error as error:
        answer = {"error": str(error)}
    print(json.dumps(answer), flush=True)
