// Whatever a visitor hands to doGet or doPost becomes a plain request.
import fc from "fast-check";
import { expect, it } from "vitest";
import { readWebRequest } from "../../src/apps-script/web";

it("reads a url-encoded form", () => {
  const event = {
    parameter: { form: "geo", email: "ada@example.test" },
    parameters: { form: ["geo"], email: ["ada@example.test"] },
    contentLength: 38,
    postData: {
      contents: "form=geo&email=ada%40example.test",
      type: "application/x-www-form-urlencoded",
      length: 33,
      name: "postData",
    },
  };
  expect(readWebRequest("POST", event)).toEqual({
    method: "POST",
    parameters: { form: "geo", email: "ada@example.test" },
    body: "form=geo&email=ada%40example.test",
    contentType: "application/x-www-form-urlencoded",
    contentLength: 38,
  });
});

it("reads a GET, whose length is told as minus one", () => {
  const event = { parameter: { p: "stop" }, contentLength: -1, queryString: "p=stop" };
  expect(readWebRequest("GET", event)).toMatchObject({
    parameters: { p: "stop" },
    contentLength: 0,
  });
});

it.each([
  [undefined],
  [null],
  ["text"],
  [7],
  [[]],
  [{ parameter: null, postData: "x" }],
  [{ parameter: { a: 1, b: { c: 1 }, d: null }, postData: { contents: {}, type: [] } }],
  [{ contentLength: "9", postData: { contents: 5 } }],
])("takes %j for an empty request", (event) => {
  expect(readWebRequest("POST", event)).toEqual({
    method: "POST",
    parameters: {},
    body: "",
    contentType: "",
    contentLength: 0,
  });
});

it("survives a getter that throws", () => {
  const event = {
    get parameter() {
      throw new Error("forged");
    },
  };
  expect(readWebRequest("GET", event).parameters).toEqual({});
});

it("gives nothing that was not sent, by whatever name it is asked for", () => {
  const { parameters } = readWebRequest("GET", {
    parameter: JSON.parse('{"__proto__":"x","a":"b"}'),
  });
  expect(parameters.constructor).toBeUndefined();
  expect(parameters.toString).toBeUndefined();
  expect(parameters.a).toBe("b");
});

it("never tells less than the body is long", () => {
  const event = { contentLength: 1, postData: { contents: "x".repeat(100) } };
  expect(readWebRequest("POST", event).contentLength).toBe(100);
});

it("never throws", () => {
  fc.assert(
    fc.property(fc.anything(), (event) => {
      const request = readWebRequest("POST", event);
      expect(typeof request.body).toBe("string");
      expect(Object.values(request.parameters).every((value) => typeof value === "string")).toBe(
        true,
      );
    }),
  );
});
