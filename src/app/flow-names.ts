// What a flow is called before its readers: by the owner's words, by ours, by what it sells, by its short name.
import type { Words } from "../../sheets-schema/index";
import type { Offer } from "../model/offer";
import { ownValue } from "../model/own-value";
import { FLOW_NAMES } from "../words/way-back";

type Named = Readonly<Record<string, Words>>;

/** `names`: what the owner says, by flow; of one language alone it serves both. */
export function readersName(
  flow: string,
  language: keyof Words,
  names: Named,
  offers: Iterable<Pick<Offer, "flow" | "name">>,
): string {
  const said = ownValue(names, flow);
  const own = said?.[language] || said?.en || said?.zh;
  const sold = [...offers].find((offer) => offer.flow === flow)?.name;
  return own || ownValue(FLOW_NAMES, flow)?.[language] || sold || flow.replace(/_/g, " ");
}
