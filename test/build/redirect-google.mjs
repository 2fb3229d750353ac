// Loaded before clasp by its test: what clasp would ask of Google it asks of a server on this
// computer, whose address is in GOOGLE_STUB.
import { google } from "googleapis";

const real = google.script.bind(google);
google.script = (options) => real({ ...options, rootUrl: process.env.GOOGLE_STUB });
