// Keyed posts: the owner's own tools tell results and conclusions. Wrong ones are named and leave nothing behind.
import { describe, expect, it } from "vitest";
import { receivePost } from "../../src/app/doors/receive-post";
import type { Answer } from "../../src/model/web";
import { naughtyStrings } from "../contract/naughty-strings";
import { memoryPorts } from "../memory/memory-ports";

const KEY = "0123456789abcdef";
const RESULT = "free_check.result";
const CONCLUSION = "lite.conclusion";
type Fields = Readonly<Record<string, string>>;

function office() {
  const door = JSON.stringify({ events: [RESULT, CONCLUSION] });
  const ports = memoryPorts({ properties: { door, hook_key: KEY } });
  const send = (parameters: Fields, body = ""): Answer => {
    const contentType = body === "" ? "application/x-www-form-urlencoded" : "application/json";
    const contentLength = body.length;
    return receivePost(ports, { method: "POST", parameters, body, contentType, contentLength });
  };
  const post = (fields: Fields) => send({ event: RESULT, key: KEY, ...fields });
  const refused = (fields: Fields) => {
    const answer = post(fields);
    expect(ports.store.rows("Events")).toEqual([]);
    return answer.kind === "retry" ? answer.text : `taken: ${JSON.stringify(answer)}`;
  };
  return { ports, send, post, refused, events: () => ports.store.rows("Events") };
}
const GOOD = { email: "Ada@Example.org", result_url: "https://files.test/r?id=1" };

describe("a keyed post", () => {
  it("of a result is one event of that person, and says OK", () => {
    const { ports, post, events } = office();
    expect(post(GOOD)).toEqual({ kind: "page", title: "OK", html: "OK" });
    expect(events()).toMatchObject([
      {
        ...{ source: "api", type: RESULT, who: "ada@example.org", outcome: "" },
        occurred_at: ports.clock.now(),
        payload: JSON.stringify({
          event: RESULT,
          email: "ada@example.org",
          resultUrl: "https://files.test/r?id=1",
          conclusion: "",
        }),
      },
    ]);
    expect(ports.properties.values.has("stop_mark")).toBe(false);
  });

  it("may name a contact instead of an address, and come as JSON", () => {
    const { send, events } = office();
    const body = JSON.stringify({ contact: "c_ada0", conclusion: "Structure" });
    expect(send({ event: CONCLUSION, key: KEY }, body).kind).toBe("page");
    const all = { event: CONCLUSION, key: KEY, contact: "c_ben0", conclusion: "order" };
    expect(send({}, JSON.stringify(all)).kind).toBe("page");
    expect(events().map(({ who, payload }) => [who, JSON.parse(payload).conclusion])).toEqual([
      ["c_ada0", "structure"],
      ["c_ben0", "order"],
    ]);
  });

  it("sent twice has one key, whatever the writing; another person or result has another", () => {
    const { post, events } = office();
    post(GOOD);
    post({ ...GOOD, email: " ada@example.org " });
    post({ ...GOOD, email: "ben@example.org" });
    post({ ...GOOD, result_url: "https://files.test/r?id=2" });
    const keys = events().map(({ key }) => key);
    expect(keys[1]).toBe(keys[0]);
    expect(new Set(keys).size).toBe(3);
  });

  it.each<readonly [Fields, RegExp]>([
    [{ ...GOOD, event: "free_check.results" }, /event is "free_check.results".*free_check\.result/],
    [{ ...GOOD, event: "__proto__" }, /event is "__proto__"/],
    [{ ...GOOD, email: "" }, /email or contact/],
    [{ ...GOOD, email: "ada" }, /email or contact/],
    [{ ...GOOD, email: "", contact: "ada" }, /email or contact/],
    [{ ...GOOD, result_url: "" }, /result_url/],
    [{ ...GOOD, result_url: "files.test/r" }, /result_url/],
    [{ ...GOOD, result_url: "javascript:alert(1)" }, /result_url/],
    [{ ...GOOD, result_url: "https://" }, /result_url/],
    [{ ...GOOD, result_url: `https://a.test/${"x".repeat(2_000)}` }, /result_url.*2000/],
    [{ ...GOOD, event: CONCLUSION }, /conclusion is "".*indexing, structure, content, order/],
    [{ ...GOOD, event: CONCLUSION, conclusion: "luck" }, /conclusion is "luck"/],
  ])("%j is refused by name and recorded nowhere", (fields, named) => {
    const { refused } = office();
    expect(refused(fields)).toMatch(named);
  });

  it.each(["", "wrong", `${KEY}0`, KEY.slice(1)])("with the key %j is only counted", (key) => {
    const { ports, refused } = office();
    expect(refused({ ...GOOD, key })).toBe("wrong key");
    expect(ports.properties.values.get("wrong_hook_keys")).toBe("1");
  });

  it("opens nothing while no key is stored", () => {
    const { ports, refused } = office();
    ports.properties.values.set("hook_key", "");
    expect(refused({ ...GOOD, key: "" })).toBe("wrong key");
  });

  it("that is too large, or cannot be stored, is told to come again", () => {
    const { ports, post, send } = office();
    const large = { event: RESULT, key: KEY };
    expect(send(large, `{"x":"${"x".repeat(70_000)}"}`).kind).toBe("retry");
    ports.locks.intakeBusy = true;
    ports.properties.values.set("filler", "x".repeat(260_000));
    expect(post(GOOD).kind).toBe("retry");
  });

  it("with a form's name is a form: its own field `event` does not matter", () => {
    const { send, events } = office();
    const answer = send({ form: "geo", email: "ada@example.org", event: "click" });
    expect(answer).toMatchObject({ kind: "page" });
    expect(events()).toMatchObject([{ type: "form:geo", source: "form" }]);
  });

  it("with naughty words in every field never throws and keeps no more than it says", () => {
    for (const text of naughtyStrings) {
      const { post, events } = office();
      const fields = { email: text, contact: text, result_url: text, conclusion: text };
      for (const event of [RESULT, CONCLUSION, text]) post({ ...fields, event });
      expect(events(), text).toEqual([]);
    }
  });
});
