"""What approved series are worth: payments by unit, product and month."""

from samsyn.billing.payments import payments, with_product_code

__all__ = ["payments", "with_product_code"]
