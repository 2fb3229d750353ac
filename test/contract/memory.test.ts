// The memory adapters keep the contracts, so what is tested on them holds on the platform.
import { mailboxContract } from "./mailbox.contract";
import { mailerContract } from "./mailer.contract";
import { memoryMailboxBench, memoryMailerBench, memoryStoreBench } from "./memory-bench";
import { storeContract } from "./store.contract";

storeContract("the store in memory", memoryStoreBench, ["before write"]);
mailerContract("the mailer in memory", memoryMailerBench);
mailboxContract("the mailbox in memory", memoryMailboxBench);
