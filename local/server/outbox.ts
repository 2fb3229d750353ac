// Sent mail as files that any mail program opens, beside the workbook.
import { mkdirSync } from "node:fs";
import { access, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import MailComposer from "nodemailer/lib/mail-composer";
import type { SentMail } from "../host/contract.ts";

export class Outbox {
  readonly #folder: string;
  #writing: Promise<void> = Promise.resolve();

  constructor(dataDir: string) {
    this.#folder = join(dataDir, "outbox");
    mkdirSync(this.#folder, { recursive: true });
  }

  /** Mail is sent in the middle of a synchronous run; its file follows in order. */
  keep(mail: SentMail): void {
    this.#writing = this.#writing
      .then(() => this.#write(mail))
      .catch((error) => console.error(`Outbox: ${mail.id}.eml could not be written.`, error));
  }

  /** Files that a killed process did not come to write. */
  async restore(mails: readonly SentMail[]): Promise<void> {
    for (const mail of mails) {
      const present = await access(this.#file(mail.id)).then(
        () => true,
        () => false,
      );
      if (!present) this.keep(mail);
    }
    await this.#writing;
  }

  async read(id: string): Promise<Buffer | null> {
    await this.#writing;
    return readFile(this.#file(id)).catch(() => null);
  }

  async settled(): Promise<void> {
    await this.#writing;
  }

  #file(id: string): string {
    return join(this.#folder, `${id.replace(/[^\w.-]/g, "_")}.eml`);
  }

  async #write(mail: SentMail): Promise<void> {
    const file = this.#file(mail.id);
    await writeFile(`${file}.part`, await composeEml(mail));
    await rename(`${file}.part`, file);
  }
}

export function composeEml(mail: SentMail): Promise<Buffer> {
  if (mail.raw !== undefined) return Promise.resolve(Buffer.from(mail.raw));
  const node = new MailComposer({
    from: mail.fromName ? { name: mail.fromName, address: mail.from } : mail.from,
    to: mail.to,
    ...(mail.cc ? { cc: mail.cc } : {}),
    ...(mail.bcc ? { bcc: mail.bcc } : {}),
    ...(mail.replyTo ? { replyTo: mail.replyTo } : {}),
    subject: mail.subject,
    text: mail.text,
    ...(mail.html ? { html: mail.html } : {}),
    date: new Date(mail.sentAt),
    messageId: mail.messageId,
    newline: "windows",
  }).compile();
  node.keepBcc = true;
  return new Promise((resolve, reject) => {
    node.build((error, message) => (error ? reject(error) : resolve(message)));
  });
}

/** As the control API shows it: one line per header, decoded. */
export function describeMail(mail: SentMail) {
  const from = mail.fromName ? `${mail.fromName} <${mail.from}>` : mail.from;
  return {
    id: mail.id,
    to: mail.to,
    from,
    subject: mail.subject,
    text: mail.text,
    html: mail.html,
    headers: {
      From: from,
      To: mail.to,
      ...(mail.cc ? { Cc: mail.cc } : {}),
      ...(mail.bcc ? { Bcc: mail.bcc } : {}),
      ...(mail.replyTo ? { "Reply-To": mail.replyTo } : {}),
      Subject: mail.subject,
      Date: new Date(mail.sentAt).toUTCString().replace("GMT", "+0000"),
      "Message-ID": mail.messageId,
    },
    sentAt: new Date(mail.sentAt).toISOString(),
  };
}
