"""Spark started and stopped, with all its checks, and nothing done: what a run on Spark costs before its first row.

`python -m bench.spark_start MASTER`
"""

import sys

from samsyn.extracts.engines.spark.session import started

if __name__ == "__main__":
    with started(sys.argv[1]):
        pass
