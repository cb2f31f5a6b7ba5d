"""The case: one patient's way through a programme at one unit, from assessment to completion."""
