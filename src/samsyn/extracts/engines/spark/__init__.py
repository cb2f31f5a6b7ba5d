"""Apache Spark: finds the coded contacts, and hands them to the same reader and the same judge on its executors.

Spark itself decides nothing. It leaves out rows that the reader would have left alone, counts them, and brings rows
together that belong together: those of one contact_id to the reader, those of one patient to the judge. This package is
imported only when the engine is asked for; nothing but `samsyn.extracts.engines.spark.session` imports PySpark when it
is imported itself.
"""
