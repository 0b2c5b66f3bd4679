// SPDX-License-Identifier: EUPL-1.2
// What pages gain with a script; each works without.
import { completeCommunes } from "./communes";
import { fillFromFragment, offerPrinting, sendOnce } from "./forms";
import { keepFresh } from "./live";

document.querySelectorAll<HTMLInputElement>("input[data-communes]").forEach(completeCommunes);
document.querySelectorAll<HTMLFormElement>("form[data-once]").forEach(sendOnce);
document.querySelectorAll<HTMLFormElement>("form[data-fragment]").forEach((form) => fillFromFragment(form, location));
document.querySelectorAll<HTMLButtonElement>("button[data-print]").forEach(offerPrinting);
document.querySelectorAll<HTMLElement>("[data-live]").forEach(keepFresh);
document.querySelector<HTMLElement>(".problem[role=alert]")?.focus();
