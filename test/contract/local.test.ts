// The Apps Script adapters keep the contracts on the simulated platform.
import { localMailboxBench, localMailerBench, localStoreBench } from "./local-bench";
import { mailboxContract } from "./mailbox.contract";
import { mailerContract } from "./mailer.contract";
import { storeContract } from "./store.contract";

storeContract("the store on a spreadsheet", localStoreBench);
mailerContract("the mailer on Gmail", localMailerBench);
mailboxContract("the mailbox on Gmail", localMailboxBench);
