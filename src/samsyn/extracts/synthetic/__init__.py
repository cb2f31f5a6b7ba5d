"""Synthetic regions: made-up extracts of any size whose every fault is known.

Made-up people, units and care, from a seed. Nothing in them stems from a real person or a real register.
"""

from samsyn.extracts.synthetic.plan import RegionPlan, RegionSummary
from samsyn.extracts.synthetic.region import generate_region

__all__ = ["RegionPlan", "RegionSummary", "generate_region"]
