package planted.contract;

import tools.jackson.core.JsonParser;

/** Reads JSON as the server does, and so would share its faults. */
record KitReadsJson(JsonParser json) {
}
