// A person, known by e-mail address; empty when the platform does not say.
import { lacking } from "./lacking.ts";

export class User extends lacking<GoogleAppsScript.Base.User>("User") {
  readonly email: string;
  readonly nickname: string;

  constructor(email: string) {
    super();
    this.email = email;
    this.nickname = email.replace(/@.*$/, "");
  }

  override getEmail(): string {
    return this.email;
  }
  override getUserLoginId(): string {
    return this.email;
  }
}
