package planted.contract;

import picocli.CommandLine;

/** Brings a command line to who only wants to subclass the contracts. */
record KitTakesOptions(CommandLine line) {
}
