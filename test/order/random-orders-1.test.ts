import { randomOrders } from "./random-orders";

randomOrders(1);
