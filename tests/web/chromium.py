"""A real Chromium, what it complains about, and axe's verdict on a page."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

ROOT = Path(__file__).resolve().parents[2]
_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
_FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip
_AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
_STANDARD = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"]


@contextmanager
def chromium() -> Iterator[Browser]:
    """An installed Chromium: SAMSYN_CHROMIUM, else one on the path. Without one the tests fail and say so."""
    program = os.environ.get("SAMSYN_CHROMIUM") or next(filter(None, map(shutil.which, _NAMES)), None)
    if program is None:
        raise RuntimeError("The browser tests need Chromium (Debian: apt-get install chromium), or SAMSYN_CHROMIUM.")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=_FLAGS)
        try:
            yield browser
        finally:
            browser.close()


class Visit:
    """A tab on a site, and everything the browser complained about in it: policy, scripts, missing files."""

    def __init__(self, context: BrowserContext, address: str) -> None:
        self.page: Page = context.new_page()
        self.address = address
        self.complaints: list[str] = []
        self.page.on("console", lambda said: self.complaints.append(said.text) if said.type != "log" else None)
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))

    def open(self, path: str) -> Page:
        """Open a page and wait until it is still."""
        self.page.goto(self.address + path, wait_until="networkidle")
        return self.page


def axe(page: Page) -> list[str]:
    """What axe finds wrong, one line each. The script is put in by the driver, so the page's policy stands."""
    page.evaluate(_AXE.read_text(encoding="utf-8"))
    found: dict[str, Any] = page.evaluate(
        "standard => axe.run(document, {runOnly: {type: 'tag', values: standard}, resultTypes: ['violations']})",
        _STANDARD,
    )
    return [
        f"{each['id']}: {each['help']} ({', '.join(str(node['target'][0]) for node in each['nodes'][:4])})"
        for each in found["violations"]
    ]


def wider_than_window(page: Page) -> list[str]:
    """Elements that make the page scroll sideways."""
    found: list[str] = page.evaluate(
        """() => document.documentElement.scrollWidth <= window.innerWidth ? [] :
        [...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > window.innerWidth + 1)
            .slice(0, 5).map(e => e.tagName + '.' + e.className)"""
    )
    return found


def unreachable(page: Page) -> list[str]:
    """Links, buttons and fields that the Tab key never reaches."""
    page.evaluate(
        """() => { window.reached = new Set(); document.addEventListener('focusin', e => window.reached.add(e.target));
        document.body.tabIndex = -1; document.body.focus(); }"""
    )
    wanted: int = page.evaluate(
        """() => { window.wanted = [...document.querySelectorAll('a[href], button, input, select, textarea, summary')]
        .filter(e => e.checkVisibility({checkOpacity: false, checkVisibilityCSS: true}) && !e.disabled
            && e.tabIndex >= 0 && e.type !== 'hidden' && !(e.type === 'radio' && !e.checked));
        return window.wanted.length; }"""
    )
    for _ in range(wanted + 30):
        page.keyboard.press("Tab")
    found: list[str] = page.evaluate(
        "() => window.wanted.filter(e => !window.reached.has(e)).map(e => e.outerHTML.slice(0, 120))"
    )
    return found
