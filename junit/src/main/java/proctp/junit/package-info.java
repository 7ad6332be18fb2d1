/** The whole service in a test of whoever calls it: an extension of JUnit 5 and 6. */
package proctp.junit;
