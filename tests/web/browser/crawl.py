"""Finding every page by its links, a few examples of each for each person."""

from collections import Counter, deque
from collections.abc import Iterator
from urllib.parse import urlsplit

from django.urls import Resolver404, resolve

from tests.web.chromium import Visit

_HREFS = "() => [...document.querySelectorAll('a[href]')].map(link => link.href)"
_NO_PAGES = (".csv", ".json", ".pdf", "/fil")
_EXAMPLES = 3  # of pages with the same name that led to nothing new: of a team without approval none to its withdrawal


def pages_from(visit: Visit, start: str = "/") -> Iterator[tuple[str, str]]:
    """Open page after page that links lead to: the name of its address and its path; each path once."""
    in_vain: Counter[str] = Counter()
    met, known, waiting = set(), set(), deque([start])
    while waiting:
        path = waiting.popleft()
        name = _name_of(path)
        if name is None or path in met or in_vain[name] == _EXAMPLES:
            continue
        met.add(path)
        visit.open(path)
        yield name, path
        links = _links(visit)
        new = {_name_of(link) for link in links} - known
        in_vain[name] += not new
        known |= new
        waiting.extend(links)


def _name_of(path: str) -> str | None:
    try:
        return resolve(urlsplit(path).path).view_name
    except Resolver404:
        return None


def _links(visit: Visit) -> list[str]:
    found: list[str] = visit.page.evaluate(_HREFS)
    own = [each.removeprefix(visit.address) for each in found if each.startswith(visit.address)]
    return [each.partition("#")[0] for each in own if not urlsplit(each).path.endswith(_NO_PAGES)]
