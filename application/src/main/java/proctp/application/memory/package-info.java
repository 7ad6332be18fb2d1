/** The ports kept in memory: their executable reading, and a server's storage where nothing needs to last. */
package proctp.application.memory;
