"""What a condition held against a series or a team gives: outcome, facts and clause."""

from samsyn.findings.citation import Citation
from samsyn.findings.vocabulary import Decision, Evidence, Force, Outcome

__all__ = ["Citation", "Decision", "Evidence", "Force", "Outcome"]
