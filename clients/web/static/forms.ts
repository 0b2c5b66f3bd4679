// SPDX-License-Identifier: EUPL-1.2

// A second press while the first is on its way changes nothing; the server would not file twice either.
export function sendOnce(form: HTMLFormElement): void {
  form.addEventListener("submit", (event) => {
    if (form.getAttribute("aria-busy") === "true") event.preventDefault();
    form.setAttribute("aria-busy", "true");
  });
  window.addEventListener("pageshow", () => form.removeAttribute("aria-busy"));
}

// A link that was mailed carries its code after `#`, which browsers keep to themselves.
export function fillFromFragment(form: HTMLFormElement, place: Location): void {
  const code = decodeURIComponent(place.hash.slice(1)).replace(/^code=/, "");
  const input = form.elements.namedItem(form.dataset.fragment ?? "");
  if (code === "" || !(input instanceof HTMLInputElement)) return;
  if (!/^[0-9A-Za-z -]{8,40}$/.test(code)) return;
  input.value = code;
  history.replaceState(null, "", place.pathname);
}

// Printing needs a script, so its button shows only where there is one.
export function offerPrinting(button: HTMLButtonElement): void {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}
