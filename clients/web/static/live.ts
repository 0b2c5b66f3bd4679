// SPDX-License-Identifier: EUPL-1.2

const pause = 15_000; // milliseconds between two looks
const label = document.title;

// Somebody who is writing or has opened something is not interrupted.
function isInUse(part: HTMLElement): boolean {
  return part.querySelector("details[open]") !== null || part.contains(document.activeElement);
}

function namesIn(part: ParentNode): Set<string> {
  return new Set([...part.querySelectorAll<HTMLInputElement>("input[name=name]")].map((input) => input.value));
}

async function partAsItIs(): Promise<HTMLElement | null> {
  try {
    const response = await fetch(location.href, { headers: { Accept: "text/html" }, redirect: "error" });
    if (!response.ok) return null;
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    return page.querySelector<HTMLElement>("[data-live]");
  } catch {
    return null; // without a connection the page stays as it is
  }
}

// Shows what is new without a reload while the page is looked at, and says how much that is.
export function keepFresh(part: HTMLElement): void {
  const said = document.createElement("p");
  said.setAttribute("role", "status");
  part.before(said);
  let fresh = 0;
  window.setInterval(async () => {
    if (document.hidden || isInUse(part)) return;
    const now = await partAsItIs();
    if (now === null || isInUse(part)) return;
    const known = namesIn(part);
    fresh += [...namesIn(now)].filter((name) => !known.has(name)).length;
    part.replaceChildren(...now.childNodes);
    if (fresh === 0) return;
    said.textContent = `${part.dataset.live} ${fresh}`;
    document.title = `(${fresh}) ${label}`;
  }, pause);
}
