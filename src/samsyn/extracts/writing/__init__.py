"""extracts/writing"""
