"""What the document says beside the figures."""

from typing import Final

from bench.stages import CONDITIONS, READING, SERIES, SETTLING, START, WRITING

TITLE: Final = "# Performance"
BEFORE: Final = (
    "Written by `make bench`; do not edit. The figures hold for the machine named below; compare ratios, not seconds."
)

HOW: Final = """\
## How it is measured

The regions are synthetic (`samsyn generate --seed 1 --coded-share 0.01`), with every kind of planted fault; one contact
in a hundred carries a guideline code. Parquet above two million contacts is a folder of parts of a million rows.

Every figure under *Whole processes* is that of a process of its own, from the start of Python to its end: wall time,
user and system time of all its threads together, and peak resident memory, the last two as the operating system tells
them when the process has ended (`wait4`). The files are read once before anything is counted, so that they lie in the
memory of the operating system; then all run in turn, as often as said above, and each figure is a median by itself.
What is printed goes to a file.

* **bare scan**: `pl.scan_parquet(...)` (or `pl.scan_csv` with every column as text) with the streaming engine, over
  `contact_id`, `patient_id`, `unit`, `date`, `diagnoses`, `procedures`, `profession` and `minutes`. It adds up the
  length in bytes of every text, the number of codes of every list, every day and every minute, and counts the rows,
  so that no column and no row can be left out. It does nothing else: `bench/bare_scan.py`.
* **samsyn reconcile**: the command as it is installed, every file written (CSV), the summary printed. Besides the job
  it checks every row it uses, tells why a row is rejected, and takes the SHA-256 of every input.
* **samsyn on Spark local**: the same command with `--engine spark` on a master in the process, all cores; *Spark
  started, no row read* is the part of it that does not grow. The processor time is of the processes that were waited
  for, and the peak is that of the largest of them, as a rule the JVM.
* **pandas script**: `bench/pandas_script.py`, the same job without validation, team conditions or clauses. It reads one
  Parquet part at a time. Its decisions, the outcomes of its findings and its reconciliation are compared with those of
  samsyn on each region; a single difference stops the bench.

Under *In a running program* the region has been read and a function is called: `judge(records, register, as_of,
open_too=True)` on the records of one patient, or of 200, other patients each time as far as there are any; cutting
these records out of the region's is not counted. Fifty calls go before each round; of the rounds' figures the median
stands in the table, of the longest the longest. What the host of a virtual machine gives to others lengthens the wall's
time and not the processor's: therefore both. The shares come from a further round with a stopwatch around the functions
named; *rest* is the decisions and the sorting after them.

The stages are those of `samsyn reconcile` with a stopwatch around its functions, each time in a process of its own."""

SPARK_TOLD: Final = """\
Spark and its checks take {start:.1f} s to start and stop before the first row is read. Beyond that, from {small} to
{large} contacts, one more million costs {wall:.2f} s on {cores} cores,
and {core_seconds:.1f} core-seconds of their processors: about {core_hours:.1f} core-hours for a billion contacts, were
they like these and the cores too. The results are the same bytes as without Spark; a single difference stops the
bench. How to size a cluster from this: [Run on Spark](how-to/run-on-spark.md)."""

LIMITS: Final = """\
The plain pandas script takes {times:.1f} times as long, and {theirs:.0f} MB at its peak where samsyn takes
{ours:.0f} MB."""

STAGE_TOLD: Final = {
    START: "The run is so short that loading Python, Polars and the program decides; "
    "more contacts would hardly be felt.",
    READING: "All contacts pass through it, the other stages see only the coded ones: the procedures are searched for "
    "guideline codes, every contact_id is held against those of the coded contacts (one id with two contents is "
    "rejected), the first and last day are found, and the digest of each file is taken beside. "
    "It grows with the contacts.",
    SERIES: "It grows with the coded contacts.",
    CONDITIONS: "It grows with the completed series.",
    SETTLING: "It grows with the series and the teams.",
    WRITING: "It grows with the findings.",
}
