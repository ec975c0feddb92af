"""DuckDB as a peer, driven line by line: each line of the input is an object with
`run` (a statement) or `ask` (a query) and `bound` (its values, which become the only
row of the table `question` before the clock runs); each line of the output has `rows`
and the `seconds` that DuckDB took, or an `error`. Planning counts, some 15 ms of it; to
prepare the query first took as long."""

import json
import sys
import time

import duckdb

connection = duckdb.connect()
print(json.dumps({"version": duckdb.__version__}), flush=True)
for line in sys.stdin:
    task = json.loads(line)
    text = task.get("ask") or task["run"]
    try:
        if "bound" in task:
            places = ", ".join("?" * len(task["bound"]))
            connection.execute("DELETE FROM question")
            connection.execute(f"INSERT INTO question VALUES ({places})", task["bound"])
        start = time.perf_counter()
        rows = connection.execute(text).fetchall()
        seconds = time.perf_counter() - start
        if "ask" not in task:
            rows = []
        answer = {"rows": [[str(card), score] for card, score in rows], "seconds": seconds}
    except duckdb.Error as error:
        answer = {"error": str(error)}
    print(json.dumps(answer), flush=True)
