// Asks for the first sheet while the rest of the page is still on its way.
{
  const place = location.hash.replace(/^#\/?/, "").split("/")[0] ?? "";
  const sheet = place === "" || place === "mail" ? "Queue" : place;
  const path = `grid/${sheet}`;
  /** @type {Window & { early?: { path: string, answer: Promise<Response> | null } }} */ (
    window
  ).early = {
    path,
    answer: fetch(`/local/api/${path}`, { cache: "no-store" }),
  };
}
