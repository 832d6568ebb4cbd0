// What was looked at and what was found wrong, under the name of the test that asks for it.

export class Report {
  #checks = {};

  check(name) {
    return (this.#checks[name] ??= new Check());
  }

  toJSON() {
    return this.#checks;
  }
}

class Check {
  #seen = 0;
  #faults = new Set();

  /** Something was looked at: a check that has seen nothing proves nothing. */
  saw(number = 1) {
    this.#seen += number;
  }

  fault(where, what) {
    this.#faults.add(`${where}: ${what}`);
  }

  /** Looks at one thing: `what` is said where it is not so. */
  expect(where, holds, what) {
    this.saw();
    if (!holds) this.fault(where, what);
  }

  toJSON() {
    return { seen: this.#seen, faults: [...this.#faults] };
  }
}
