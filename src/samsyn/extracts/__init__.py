"""Files in and files out: reading dirty extracts into records, writing results, synthetic regions."""
