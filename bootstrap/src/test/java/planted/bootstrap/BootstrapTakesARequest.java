package planted.bootstrap;

import jakarta.servlet.http.HttpServletRequest;

/** Has a request. */
record BootstrapTakesARequest(HttpServletRequest request) {
}
