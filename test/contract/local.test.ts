// The Apps Script adapters keep the contracts on the simulated platform.
import { localMailerBench, localStoreBench } from "./local-bench";
import { mailerContract } from "./mailer.contract";
import { storeContract } from "./store.contract";

storeContract("the store on a spreadsheet", localStoreBench);
mailerContract("the mailer on Gmail", localMailerBench);
