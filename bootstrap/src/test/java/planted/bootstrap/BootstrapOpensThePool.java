package planted.bootstrap;

import com.zaxxer.hikari.HikariConfig;

/** Has the pool. */
record BootstrapOpensThePool(HikariConfig pool) {
}
