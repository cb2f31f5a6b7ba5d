"""The chart of a simulation: decisions, money and teams below volume, one row a guideline."""

from pathlib import Path

from samsyn.cli.options import Language
from samsyn.cli.simulated_text import scenario_name
from samsyn.cli.texts import say
from samsyn.findings import Decision
from samsyn.reconciliation.simulation import Simulation, by_scenario

# Told apart by lightness too, so that the chart survives a grey printer and colour-blind eyes.
_COLOURS = {Decision.APPROVED: "#1b7f79", Decision.REVIEW: "#e0b040", Decision.DENIED: "#8c2f39"}
_MILLION_KRONOR_IN_ORE = 100_000_000
_ROOM_FOR_A_NUMBER = 0.04  # of the longest bar; a narrower part is told by the table


def draw(simulation: Simulation, file: Path, language: Language) -> None:
    """Write the chart as SVG or PNG, by the file's ending; the same bytes for the same simulation."""
    import matplotlib as mpl

    mpl.use("Agg")
    mpl.rcParams["svg.hashsalt"] = "samsyn"
    mpl.rcParams["svg.fonttype"] = "none"
    from matplotlib import pyplot as plt

    rows = by_scenario(simulation)
    names = [scenario_name(name, language) for name in rows["scenario"]]
    size = (13, 1.8 + 0.5 * len(names))
    figure, (decided, paid, below) = plt.subplots(
        1, 3, figsize=size, sharey=True, width_ratios=(3, 3, 2), layout="constrained"
    )
    left = [0] * len(names)
    total = max(sum(row) for row in rows.select(kind.value for kind in _COLOURS).iter_rows())
    for kind, colour in _COLOURS.items():
        counts = rows[kind.value].to_list()
        bars = decided.barh(names, counts, left=left, color=colour, label=say(kind.value, language))
        labels = [str(count) if count > _ROOM_FOR_A_NUMBER * total else "" for count in counts]
        decided.bar_label(bars, labels=labels, label_type="center", color="white")
        left = [a + b for a, b in zip(left, counts, strict=True)]
    millions = [ore / _MILLION_KRONOR_IN_ORE for ore in rows["amount_ore"]]
    point = "," if language is Language.SV else "."
    labels = [f"{amount:.2f}".replace(".", point) for amount in millions]
    paid.bar_label(paid.barh(names, millions, color="#44546a"), labels=labels, padding=3)
    below.bar_label(below.barh(names, rows["teams_below_volume"].to_list(), color="#7a6f9b"), padding=3)
    decided.invert_yaxis()
    decided.set_xlabel(say("series", language))
    paid.set_xlabel("Mkr" if language is Language.SV else "MSEK")
    below.set_xlabel(say("below_volume", language))
    decided.legend(loc="upper center", bbox_to_anchor=(0.5, -0.25), ncols=3, frameon=False)
    for axes in (decided, paid, below):
        axes.spines[["top", "right"]].set_visible(False)
        axes.margins(x=0.15)
    figure.suptitle(say("simulation", language, first=simulation.period.first, last=simulation.period.last))
    metadata = {"Date": None} if file.suffix == ".svg" else {"Software": None}
    figure.savefig(file, metadata=metadata)
    plt.close(figure)
