// Serial numbers: days since 30 December 1899 on the spreadsheet's wall clock.
import { instantOfWall, wallMs } from "../zone.ts";

const DAY_MS = 86_400_000;
const SERIAL_EPOCH = Date.UTC(1899, 11, 30);

export function serialOfInstant(instant: number, zone: string): number {
  return serialOfWall(wallMs(zone, instant));
}

export function serialOfWall(wall: number): number {
  return (wall - SERIAL_EPOCH) / DAY_MS;
}

export function wallOfSerial(serial: number): number {
  return SERIAL_EPOCH + Math.round(serial * DAY_MS);
}

export function instantOfSerial(serial: number, zone: string): number {
  return instantOfWall(zone, wallOfSerial(serial));
}
