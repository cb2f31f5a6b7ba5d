"""Invoices held against approved series."""

from samsyn.reconciliation.matching import Reconciliation, reconcile
from samsyn.reconciliation.settlement import Settlement, concerned, settle

__all__ = ["Reconciliation", "Settlement", "concerned", "reconcile", "settle"]
