"""From coded contacts to series, and from series to the facts that conditions are held against."""

from samsyn.series.building import BuiltSeries, build_series
from samsyn.series.facts import FactSources, SeriesFacts, base_facts

__all__ = ["BuiltSeries", "FactSources", "SeriesFacts", "base_facts", "build_series"]
