// Beneath a form's address: what was probably meant, taken by one press. It changes nothing by itself and holds nothing up.
import { KNOWN_DOMAINS, REAL_DOMAINS, SLIPPED_ENDING } from "../model/mail-domains";

/** Stands where `form` is known; `question` with "%" for the address. Plain and old, as it is pasted anywhere. */
export function typoScript(question: string): string {
  const told = JSON.stringify(question).replace(/</g, "\\u003c");
  return `  (function () {
    var known = "${KNOWN_DOMAINS.join(" ")}".split(" ");
    var real = /${REAL_DOMAINS}/, field = form.querySelector("input[name=email]");
    var asks = document.createElement("p"), take = document.createElement("button");
    asks.setAttribute("role", "status");
    asks.style.margin = "0 0 12px";
    take.type = "button";
    take.style.cssText = "all:revert;font:inherit;padding:6px 10px;cursor:pointer";
    field.parentNode.parentNode.insertBefore(asks, field.parentNode.nextSibling);
    function like(seen, domain) {
      var name = domain.split(".")[0], i = 0, a, b;
      if (seen === name || seen === domain.replace(".", "")) return true;
      if (domain.length < 9 && seen.indexOf(name + ".")) return false;
      while (i < seen.length && seen[i] === domain[i]) i++;
      a = seen.slice(i);
      b = domain.slice(i);
      return (a[0] === b[1] && a[1] === b[0] && a.slice(2) === b.slice(2)) ||
        a.slice(1) === b.slice(1) || a === b.slice(1) || a.slice(1) === b;
    }
    function meant(typed) {
      var at = typed.lastIndexOf("@"), seen = typed.slice(at + 1).toLowerCase();
      var is = seen.replace(/[,，。．;；]+|\\.\\.+/g, ".").replace(/${SLIPPED_ENDING}/, ".com");
      if (known.indexOf(is) < 0 && !real.test(is)) {
        is = known.filter(function (one) { return like(is, one); })[0] || is;
      }
      return at < 1 || is === seen ? "" : typed.slice(0, at + 1) + is;
    }
    field.addEventListener("change", function () {
      var is = meant(field.value.trim());
      asks.textContent = "";
      if (is) asks.appendChild(take).textContent = ${told}.replace("%", function () { return is; });
      take.onclick = function () {
        field.value = is;
        asks.textContent = "";
        field.focus();
      };
    });
  })();`;
}
