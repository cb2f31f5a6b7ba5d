"""Regions, care providers and their units."""
