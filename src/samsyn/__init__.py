"""Samsyn: the same dated rule, with its clause, for the team and for the region."""

__version__ = "0.1.0"
