/**
 * What the service does: list, edit and delete ProcTPs, and tell who is calling. Each use case is one final class with
 * one public method; what would only forward to a port is called on the port itself.
 */
package proctp.application;
