/* Everything works without this script; it saves reloads, opens dialogs and guards against double clicks. */
"use strict";

(() => {
  const page = document.documentElement;
  const SENT_AGAIN_AFTER = 10000; // a form that answers with a file leaves the page as it is

  /* Remember a choice on the server. If that fails, send the form the ordinary way. */
  const remember = async (form, data) => {
    const answer = await fetch(form.action, {
      method: "POST",
      body: data,
      headers: { "X-Requested-With": "fetch" },
      redirect: "error",
    }).catch(() => null);
    return Boolean(answer && answer.ok);
  };

  const chooseColours = async (form, button) => {
    const data = new FormData(form, button);
    if (!(await remember(form, data))) return sendOrdinarily(form, button);
    page.dataset.colorScheme = button.value;
    for (const other of form.querySelectorAll("button")) other.removeAttribute("aria-current");
    button.setAttribute("aria-current", "true");
  };

  const switchPersonalData = async (form, button) => {
    if (!(await remember(form, new FormData(form)))) return sendOrdinarily(form, button);
    const shown = form.elements.show.value === "1";
    if (shown) delete page.dataset.personal;
    else page.dataset.personal = "hidden";
    form.elements.show.value = shown ? "0" : "1";
    button.setAttribute("aria-checked", String(shown));
  };

  const sendOrdinarily = (form, button) => {
    form.dataset.ordinary = "true";
    form.requestSubmit(button);
  };

  /* One sending for each form: a second click while the first is under way does nothing. */
  const guard = (form, event) => {
    if (form.method !== "post" || form.method === "dialog") return;
    if (form.dataset.sent) return event.preventDefault();
    form.dataset.sent = "true";
    mark(form, true);
    setTimeout(() => release(form), SENT_AGAIN_AFTER);
  };

  const release = (form) => {
    delete form.dataset.sent;
    mark(form, false);
  };

  const mark = (form, busy) => {
    for (const button of form.querySelectorAll("button:not([type=button])")) {
      if (busy) button.setAttribute("aria-disabled", "true");
      else button.removeAttribute("aria-disabled");
    }
  };

  document.addEventListener("submit", (event) => {
    const form = event.target;
    const own = "colours" in form.dataset ? chooseColours : "personalSwitch" in form.dataset ? switchPersonalData : null;
    if (own && !form.dataset.ordinary) {
      event.preventDefault();
      own(form, event.submitter);
    } else if (!event.defaultPrevented) {
      guard(form, event);
    }
  });

  window.addEventListener("pageshow", (event) => {
    if (event.persisted) document.querySelectorAll("form[data-sent]").forEach(release);
  });

  /* Dialogs, and menus that close when one leaves them. */
  document.addEventListener("click", (event) => {
    const opener = event.target.closest("[data-opens]");
    const dialog = opener && document.getElementById(opener.dataset.opens);
    if (dialog) {
      event.preventDefault();
      dialog.showModal();
    }
    if (event.target.closest("[data-closes]")) {
      event.preventDefault();
      event.target.closest("dialog")?.close();
    }
    closeMenus((menu) => !menu.contains(event.target));
  });

  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    const inside = document.activeElement?.closest("details.menu[open]");
    closeMenus(() => true);
    inside?.querySelector("summary").focus();
  });

  const closeMenus = (which) => {
    for (const menu of document.querySelectorAll("details.menu[open]")) if (which(menu)) menu.open = false;
  };

  /* A narrow screen shows a table's rows as cards; each value then needs its column's name. */
  const labelCells = (root) => {
    for (const region of root.querySelectorAll(".table-stack:not(.table-labelled)")) {
      const names = [...region.querySelectorAll("thead tr:last-child > *")].map((cell) => cell.textContent.trim());
      for (const row of region.querySelectorAll("tbody > tr")) {
        [...row.children].forEach((cell, place) => (cell.dataset.label ??= names[place] ?? ""));
      }
      region.classList.add("table-labelled");
    }
  };

  const ready = (root) => {
    labelCells(root);
    const summary = root.querySelector("[data-error-summary]");
    summary?.focus();
  };

  ready(document);
  document.addEventListener("htmx:afterSettle", (event) => ready(event.target));
})();
