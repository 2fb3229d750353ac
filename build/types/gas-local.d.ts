// The one call of gas-local that a test makes; it ships no types of its own.
declare const gas: {
  require<Script>(folder: string, services: object): Script;
};
export default gas;
