"use strict";
/* Finds people by name, in any spelling and script, from a folder without a server.
   Names are read by the rules in tables.js, which are those of the program that made
   this memorial; the index lies in small scripts of which only a few are run. */

(function (world) {
  const shortestSlip = 5, shortestStart = 3, initial = 2;
  let rules = null;

  world.livesTables = function (tables) {
    const compiled = (pair) => [new RegExp(pair[0], "g"), pair[1]];
    rules = Object.assign({}, tables, {
      rules: tables.rules.map(compiled),
      ambiguous: tables.ambiguous.map(compiled),
    });
  };

  /* --- reading names: the same as the program does it ------------------------- */

  function nameWords(text) {
    const plain = text.normalize("NFC").replace(/['’ʼʹʺ`´]/g, "");
    return (plain.match(/\p{L}+/gu) || []).map((word) => word.toLowerCase());
  }

  function plainLatin(word) {
    const spelled = Array.from(word.toLowerCase(), (c) => rules.letters[c] ?? c);
    return spelled.join("").normalize("NFD").replace(/[^a-zA-Z]/g, "");
  }

  function reduced(plain) {
    for (const [rule, put] of rules.rules) plain = plain.replace(rule, put);
    return plain.replace(/(.)\1+/g, "$1");
  }

  function sounds(word) {
    const plain = plainLatin(word);
    if (!plain) return [itself(word)].filter((sound) => sound);
    const readings = [plain];
    for (const [rule, puts] of rules.ambiguous)
      for (const put of puts) readings.push(plain.replace(rule, put));
    return [...new Set(readings.map((one) => reduced(one) || itself(word)))];
  }

  /* A word in letters that nobody has written in Latin ones sounds like itself. */
  function itself(word) {
    return word.toLowerCase().replace(/ς/g, "σ").replace(/ß/g, "ss").replace(/և/g, "եւ");
  }

  function slips(sound) {
    const letters = Array.from(sound);
    if (letters.length < shortestSlip) return [];
    return [...new Set(letters.map((_, i) =>
      letters.slice(0, i).join("") + letters.slice(i + 1).join("")))];
  }

  function keys(word) {
    const found = [];
    for (const sound of sounds(word)) {
      found.push("=" + sound);
      const near = slips(sound);
      if (near.length)
        for (const slip of [...new Set([sound, ...near])].sort()) found.push("-" + slip);
    }
    const plain = plainLatin(word);
    if (plain.length >= shortestStart) found.push("^" + plain.slice(0, shortestStart));
    return found;
  }

  function oneSlip(one, other) {
    const ours = slips(one), theirs = slips(other);
    if (!ours.length || !theirs.length) return false;
    const held = new Set([other, ...theirs]);
    return [one, ...ours].some((sound) => held.has(sound));
  }

  function capital(word) {
    return word.slice(0, 1).toUpperCase() + word.slice(1);
  }

  function agreement(asked, word) {
    const ours = plainLatin(asked), theirs = plainLatin(word);
    const sought = capital(asked), written = capital(word);
    if (Math.min(asked.length, word.length) === 1)
      return ours && theirs && ours[0] === theirs[0]
        ? [initial, `the initial ${asked.length <= word.length ? sought : written}`]
        : [0, ""];
    if (asked === word) return [6, `written ${written}`];
    if (ours && ours === theirs) return [5, `${written} is ${sought} in other letters`];
    const heard = sounds(asked), told = sounds(word);
    if (heard.some((sound) => told.includes(sound)))
      return [4, `${written} sounds like ${sought}`];
    if (ours.length >= shortestStart && theirs.startsWith(ours))
      return [3, `${written} begins with ${sought}`];
    if (heard.some((a) => told.some((b) => oneSlip(a, b))))
      return [1, `${written} is close to ${sought}`];
    return [0, ""];
  }

  /* --- the index --------------------------------------------------------------- */

  const shards = new Map();
  const waiting = new Map();

  world.livesShard = function (shelf, number, held) {
    waiting.get(shelf + number)?.(held);
  };

  function shard(shelf, number) {
    const name = shelf + number;
    if (!shards.has(name))
      shards.set(name, new Promise((resolve, reject) => {
        waiting.set(name, resolve);
        const script = document.createElement("script");
        script.src = `search/${shelf}/${number}.js`;
        script.onerror = reject;
        document.head.append(script);
      }));
    return shards.get(name);
  }

  function shardOf(key, count) {
    let value = 2166136261;
    for (const letter of key)
      value = Math.imul(value ^ letter.codePointAt(0), 16777619) >>> 0;
    return value % count;
  }

  async function filed(shelf, key) {
    const held = await shard(shelf, shardOf(key, rules.shards[shelf]));
    return Object.hasOwn(held, key) ? held[key] : [];
  }

  async function bearers(asked) {
    const words = new Map();
    for (const key of keys(asked))
      for (const word of await filed("k", key)) {
        const agreed = agreement(asked, word)[0];
        if (agreed) words.set(word, agreed);
      }
    const found = new Map();
    for (const [word, agreed] of words)
      for (const person of await filed("w", word))
        found.set(person, Math.max(found.get(person) || 0, agreed));
    return found;
  }

  async function card(number) {
    const size = rules.shards.p;
    const [id, label, dates, names] =
      (await shard("p", Math.floor(number / size)))[number % size];
    return { id, label, dates, names };
  }

  /* Compares with each spelling by itself; the best one counts. */
  function judged(found, asked) {
    let best = null;
    for (const spelling of [found.label, ...found.names]) {
      const words = nameWords(spelling);
      const agreed = asked.map((a) => words.map((w) => agreement(a, w))
        .reduce((x, y) => (y[0] > x[0] ? y : x), [0, ""]))
        .filter((a) => a[0]);
      const strength = agreed.reduce((sum, a) => sum + a[0], 0);
      if (!best || agreed.length > best.agreed.length ||
          (agreed.length === best.agreed.length && strength > best.strength))
        best = { agreed, strength };
    }
    if (!best || best.agreed.every((a) => a[0] === initial)) return null;
    return Object.assign({}, found, {
      strength: best.strength,
      missing: asked.length - best.agreed.length,
      because: best.agreed.map((a) => a[1]).join("; "),
    });
  }

  async function search(query, limit = 50, atMost = 300) {
    const asked = [...new Set(nameWords(query))];
    const likely = new Map();
    for (const word of asked.filter((w) => w.length > 1))
      for (const [person, agreed] of await bearers(word))
        likely.set(person, (likely.get(person) || 0) + 10 + agreed);
    const order = [...likely].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
    const cards = await Promise.all(order.slice(0, atMost).map(([n]) => card(n)));
    let found = cards.map((c) => judged(c, asked)).filter((hit) => hit);
    const fewest = Math.min(...found.map((hit) => hit.missing));
    found = found.filter((hit) => hit.missing === fewest);
    found.sort((a, b) => b.strength - a.strength || (a.label < b.label ? -1 : 1));
    return found.slice(0, limit);
  }

  world.livesSearch = { nameWords, sounds, keys, agreement, shardOf, search };

  /* --- the page ------------------------------------------------------------------ */

  function element(name, words, attributes) {
    const made = document.createElement(name);
    if (words) made.textContent = words;
    for (const [key, value] of Object.entries(attributes || {}))
      made.setAttribute(key, value);
    return made;
  }

  function line(hit) {
    const item = element("li");
    const link = element("a", "", { href: `p/${hit.id}.html` });
    link.append(element("bdi", hit.label));
    item.append(link);
    if (hit.dates) item.append(` ${hit.dates}`);
    const others = hit.names.filter((name) => name !== hit.label).slice(0, 4);
    if (others.length) {
      const also = element("span", " also ", { class: "also" });
      others.forEach((name, i) => {
        if (i) also.append(", ");
        also.append(element("bdi", name));
      });
      item.append(also);
    }
    item.append(element("span", ` Found because: ${hit.because}.`, { class: "why" }));
    return item;
  }

  function told(count, query, missing) {
    if (!count)
      return `Nobody is found by “${query}”. Try the surname alone, the first letters, ` +
        "or another spelling; or look through the list of all people below.";
    const people = count === 1 ? "One person" : `${count} people`;
    if (missing)
      return `Nobody agrees with every word of “${query}”. ${people} ` +
        "whose name agrees with part of it:";
    return `${people} found by “${query}”.`;
  }

  let latest = 0;

  async function show(query) {
    const mine = ++latest;
    const answer = document.getElementById("answer");
    const list = document.getElementById("hits");
    if (!query.trim()) {
      answer.textContent = "";
      list.replaceChildren();
      return;
    }
    const hits = await search(query);
    if (mine !== latest) return; // a later query has overtaken this one
    answer.textContent = told(hits.length, query.trim(), hits[0]?.missing);
    list.replaceChildren(...hits.map(line));
  }

  function begin() {
    const form = document.getElementById("search");
    if (!form) return;
    const box = form.querySelector("input");
    let typed = 0;
    form.hidden = false;
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      show(box.value);
    });
    box.addEventListener("input", () => {
      clearTimeout(typed);
      typed = setTimeout(() => show(box.value), 250);
    });
  }

  if (world.document) begin();
})(globalThis);
