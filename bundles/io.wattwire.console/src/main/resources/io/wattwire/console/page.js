// Shows api/assets?values once a second. All text goes in as text: names and values come from devices.
"use strict";

const PERIOD_MS = 1000;
// Without what a bookmark may have before the host: a browser fetches nothing from an address with a password in it.
const VALUES = new URL("api/assets?values", location.origin + location.pathname).href;
const state = document.getElementById("state");
const main = document.getElementById("assets");

function cell(row, text) {
  row.insertCell().textContent = text;
}

// A long name may break behind its underscores only.
function name(row, text) {
  row.insertCell().append(...text.split(/(?<=_)/).flatMap((part) => [part, document.createElement("wbr")]));
}

function number(value) {
  const size = Math.abs(value);
  return String(Number(value.toFixed(size < 10 ? 3 : size < 1000 ? 2 : 1)));
}

function shown(value) {
  if (value === null) {
    return "–";
  }
  return typeof value === "number" ? number(value) : String(value);
}

function age(ms) {
  const s = Math.round(ms / 1000);
  if (s < 60) {
    return s + " s ago";
  }
  return s < 3600 ? Math.floor(s / 60) + " min ago" : Math.floor(s / 3600) + " h ago";
}

function section(asset) {
  const box = document.createElement("section");
  const title = document.createElement("h2");
  title.textContent = asset.asset;
  const table = document.createElement("table");
  for (const channel of asset.channels) {
    const row = table.insertRow();
    row.className = channel.quality;
    row.title = channel.error || channel.time;
    name(row, channel.channel);
    cell(row, shown(channel.value));
    if (typeof channel.value === "string" && channel.quality === "good") {
      row.cells[1].colSpan = 3;
      continue;
    }
    cell(row, channel.unit.replace(/^deg/, "°"));
    cell(row, channel.quality === "good" ? "" : channel.quality === "bad" ? "no value" : age(channel.age_ms));
  }
  box.append(title, table);
  return box;
}

async function look() {
  try {
    const answer = await fetch(VALUES, { cache: "no-store", signal: AbortSignal.timeout(5000) });
    const document_ = await answer.json();
    if (!answer.ok) {
      throw new Error(document_.error);
    }
    main.replaceChildren(...document_.assets.map(section));
    state.textContent = document_.assets.length === 0
      ? "Nothing came by wire yet: wire assets to the console."
      : new Date().toLocaleString();
    state.className = "";
  } catch (problem) {
    state.textContent = "The gateway does not answer, the values are old: " + problem.message;
    state.className = "bad";
  }
  setTimeout(look, PERIOD_MS);
}

look();
