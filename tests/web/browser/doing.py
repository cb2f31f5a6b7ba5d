"""What people do on pages: press, fill in, change the language."""

from collections.abc import Sequence

from playwright.sync_api import Locator, Page


def press(page: Page, words: str) -> None:
    """By keyboard, press the button or follow the link of that name in the page's content; wait for the next page."""
    with page.expect_navigation(wait_until="load"):
        _named(page, words).press("Enter")


def _named(page: Page, words: str) -> Locator:
    main = page.locator("main")
    either = main.get_by_role("button", name=words, exact=True).or_(main.get_by_role("link", name=words, exact=True))
    return either.first


def write(page: Page, /, **values: str | Sequence[str]) -> None:
    """Fill in fields by their names; boxes and radio buttons by their values, one that stands alone by "on"."""
    for name, value in values.items():
        field = page.locator(f"main form.form [name={name}]")
        kind = field.first.evaluate("each => each.type")
        if value == "on":
            field.check()
        elif kind in ("radio", "checkbox"):
            for each in [value] if isinstance(value, str) else value:
                page.locator(f'main form.form [name={name}][value="{each}"]').check()
        elif kind == "select-one":
            field.first.select_option(value)
        else:
            field.first.fill(str(value))


def send(page: Page, words: str, /, **values: str | Sequence[str]) -> None:
    """Fill in and press."""
    write(page, **values)
    press(page, words)


def choose_language(page: Page, name: str) -> None:
    """By the menu at the top right."""
    page.locator("details.user > summary").click()
    with page.expect_navigation(wait_until="load"):
        page.get_by_role("button", name=name, exact=True).click()


def heading(page: Page) -> str:
    """What the page calls itself."""
    return page.locator("h1").inner_text()


def rows(page: Page, words: str) -> int:
    """How many rows of the page's tables hold the words."""
    return page.locator("main tbody tr", has_text=words).count()


def path_of(page: Page) -> str:
    """The page's address on its site."""
    return page.evaluate("() => location.pathname")  # type: ignore[no-any-return]
