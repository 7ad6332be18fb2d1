package proctp.bootstrap;

/** How log lines are written. */
enum LogFormat {
    /** As text on a terminal, as JSON elsewhere. */
    AUTO,
    /** One object a line, for programs. */
    JSON,
    /** For people. */
    TEXT
}
