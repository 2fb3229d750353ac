// What a founder would type into Offers, with values that work on this computer.

type Cells = Readonly<Record<string, string>>;

/** An offer Local knows nothing of gets what every offer needs: a link and an id. */
export function ownOffer(offer: string, link: (name: string) => string): Cells {
  const common = {
    checkout_link: link(offer),
    stripe_ids: idsOf(offer),
    delivery_link: link(`${offer}_delivery`),
  };
  if (offer === "course") return { ...common, price: "€590" };
  if (offer !== "lite") return common;
  return {
    ...common,
    price: "€49",
    price_after: "€79",
    checkout_link_after: link("lite_after"),
    stripe_ids_after: idsOf("lite_after"),
  };
}

function idsOf(name: string): string {
  return `price_local_${name}, plink_local_${name}`;
}
