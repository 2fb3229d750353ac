// Properties draw the same cases in every run, so that a red test is about the change it came with.
// FC_SEED=… draws others.
import fc from "fast-check";

const SEED = 20_260_302;

fc.configureGlobal({ seed: Number(process.env.FC_SEED ?? SEED) });
