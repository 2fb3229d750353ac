// google.script.run and google.script.host as pages of the script find them in the browser.
// Google sends the names of the script's functions to the browser, too.

/** In a hosted page: nobody is signed in, so the call goes straight to the visitors' own door. */
export function visitorClient(names: readonly string[]): string {
  return `(() => {
${runnerSource(names)}
  const carry = async (name, args) => {
    const reply = await fetch("/local/gsr", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ function: name, args }),
    });
    return reply.json();
  };
  window.google = { script: { run: runner({}, carry) } };
})();
`;
}

/**
 * In a window over the sheet: the Studio around it runs the function, for whoever has the sheet open. `word` tells the
 * Studio that it still is this page that speaks, and no other that the frame has been led to.
 */
export function windowClient(
  names: readonly string[],
  word: string,
  studios: readonly string[],
): string {
  return `(() => {
${runnerSource(names)}
  const asked = new Map();
  let count = 0;
  // The page is framed by the Studio or by nobody, so there is nobody else to hear this.
  const say = (what, detail) =>
    parent.postMessage({ dripsheet: what, word: ${JSON.stringify(word)}, ...detail }, "*");
  const carry = (name, args) => new Promise((resolve) => {
    count += 1;
    asked.set(count, resolve);
    say("run", { number: count, function: name, args });
  });
  addEventListener("message", ({ source, data }) => {
    if (source !== parent || typeof data !== "object" || data === null) return;
    asked.get(data.number)?.(data.answer);
    asked.delete(data.number);
  });
  addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !event.defaultPrevented && !event.isComposing) say("close");
  });
  const host = {
    origin: location.ancestorOrigins?.[0] ?? ${JSON.stringify(studios[0] ?? "")},
    close: () => say("close"),
    setWidth: (px) => say("size", { widthPx: Number(px) }),
    setHeight: (px) => say("size", { heightPx: Number(px) }),
    editor: { focus: () => say("focus") },
  };
  window.google = { script: { run: runner({}, carry), host } };
})();
`;
}

/** What both share: handlers by chaining, one method per function, and what may be carried. */
function runnerSource(names: readonly string[]): string {
  return `  const names = ${JSON.stringify(names)};
  const refuse = (kind) => {
    throw new TypeError("Failed due to illegal value in property: " + kind);
  };
  const carried = (value, within = []) => {
    if (value === undefined || value === null) return null;
    if (["string", "number", "boolean"].includes(typeof value)) return value;
    if (typeof value !== "object") refuse(typeof value);
    if (within.includes(value)) refuse("an object that contains itself");
    const inner = [...within, value];
    if (Array.isArray(value)) return value.map((item) => carried(item, inner));
    const kind = Object.getPrototypeOf(value);
    if (kind !== null && Object.getPrototypeOf(kind) !== null) refuse(kind.constructor.name);
    return Object.fromEntries(
      Object.entries(value).map(([name, item]) => [name, carried(item, inner)]));
  };
  const formOf = (form) => {
    const fields = {};
    for (const [name, value] of new FormData(form)) {
      if (typeof value !== "string") refuse("File (Dripsheet Local carries no files)");
      fields[name] = name in fields ? [].concat(fields[name], value) : value;
    }
    return fields;
  };
  const argumentsOf = (args) => {
    const isForm = args.length === 1 && args[0] instanceof HTMLFormElement;
    return isForm ? [formOf(args[0])] : args.map((arg) => carried(arg));
  };
  const finish = (answer, { success, failure, user }) => {
    if (!("error" in answer)) success?.(answer.result, user);
    else if (failure) failure(new Error(answer.error), user);
    else console.error("Uncaught " + answer.error);
  };
  const runner = (state, carry) => ({
    withSuccessHandler: (success) => runner({ ...state, success }, carry),
    withFailureHandler: (failure) => runner({ ...state, failure }, carry),
    withUserObject: (user) => runner({ ...state, user }, carry),
    ...Object.fromEntries(names.map((name) => [name, (...args) => {
      const sent = argumentsOf(args);
      carry(name, sent).then(
        (answer) => finish(answer, state),
        (error) => finish({ error: String(error?.message ?? error) }, state),
      );
    }])),
  });`;
}
