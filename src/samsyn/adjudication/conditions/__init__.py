"""The conditions on a series, each one named expression over named facts: this is what an auditor reads."""
