"""From coded contacts to series, and from series to the facts that conditions are held against."""

from samsyn.series.building import BuiltSeries, build_series
from samsyn.series.facts import series_facts

__all__ = ["BuiltSeries", "build_series", "series_facts"]
