// The version of the bundle, put in by the build.

export const VERSION: string = __VERSION__;
