// SPDX-License-Identifier: EUPL-1.2
// What pages gain with a script; each works without.
import { completeCommunes } from "./communes";
import { fillFromFragment, offerPrinting, sendOnce } from "./forms";

document.querySelectorAll<HTMLInputElement>("input[data-communes]").forEach(completeCommunes);
document.querySelectorAll<HTMLFormElement>("form[data-once]").forEach(sendOnce);
document.querySelectorAll<HTMLFormElement>("form[data-fragment]").forEach((form) => fillFromFragment(form, location));
document.querySelectorAll<HTMLButtonElement>("button[data-print]").forEach(offerPrinting);
document.querySelector<HTMLElement>(".problem[role=alert]")?.focus();
