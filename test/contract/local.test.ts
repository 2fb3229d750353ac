// The Apps Script adapters keep the contracts on the simulated platform.
import {
  localMailboxBench,
  localMailerBench,
  localRawMailerBench,
  localStoreBench,
} from "./local-bench";
import { mailboxContract } from "./mailbox.contract";
import { mailerContract } from "./mailer.contract";
import { storeContract } from "./store.contract";

storeContract("the store on a spreadsheet", localStoreBench);
mailerContract("the mailer on Gmail", localMailerBench);
mailerContract("the mailer of whole mails", localRawMailerBench);
mailboxContract("the mailbox on Gmail", localMailboxBench);
