// An office whose owner has not said yet who has paid: marketing waits.
import { MemoryOffice } from "./memory-office";

export function unreadOffice(): MemoryOffice {
  const office = new MemoryOffice();
  office.ports.properties.remove("history");
  return office;
}
