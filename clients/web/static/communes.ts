// SPDX-License-Identifier: EUPL-1.2

interface Commune {
  displayName: string;
  postcodes?: string[];
}

const searchPath = "/entraide.directory.v1.DirectoryService/SearchCommunes";
const patience = 200; // milliseconds after the last key

// The communes that fit what was typed; none when they cannot be asked for.
async function search(query: string): Promise<Commune[]> {
  try {
    const response = await fetch(searchPath, {
      method: "POST",
      headers: { "Content-Type": "application/json", "Connect-Protocol-Version": "1" },
      body: JSON.stringify({ query, limit: 10 }),
    });
    if (!response.ok) return [];
    const found = (await response.json()) as { communes?: Commune[] };
    return found.communes ?? [];
  } catch {
    return [];
  }
}

function optionFor(commune: Commune): HTMLOptionElement {
  const option = document.createElement("option");
  const postcode = commune.postcodes?.[0];
  option.value = postcode ? `${commune.displayName} (${postcode})` : commune.displayName;
  return option;
}

// Proposes communes while the name or the postcode is typed; the server decides which one is meant.
export function completeCommunes(input: HTMLInputElement): void {
  const list = document.createElement("datalist");
  list.id = `${input.id}-communes`;
  input.after(list);
  input.setAttribute("list", list.id);
  let timer = 0;
  input.addEventListener("input", () => {
    window.clearTimeout(timer);
    timer = window.setTimeout(async () => {
      const typed = input.value.trim();
      if (typed.length < 2 || typed.endsWith(")")) return;
      const communes = await search(typed);
      if (input.value.trim() === typed) list.replaceChildren(...communes.map(optionFor));
    }, patience);
  });
}
