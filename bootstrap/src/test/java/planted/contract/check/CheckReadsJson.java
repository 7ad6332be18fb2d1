package planted.contract.check;

import tools.jackson.core.JsonParser;

/** Keeps the rules: it reads tokens of a server that may be any, and is a program of its own. */
record CheckReadsJson(JsonParser json) {
}
