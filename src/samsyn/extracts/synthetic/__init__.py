"""extracts/synthetic"""
